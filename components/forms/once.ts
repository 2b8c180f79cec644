/**
 * Makes something at the first call and answers the same at every later one, so that a form sent again sends
 * the same. If making it fails, the next call tries again.
 */
export function once<Given extends unknown[], Made>(make: (...given: Given) => Promise<Made>) {
  let made: Promise<Made> | null = null;
  return (...given: Given): Promise<Made> => {
    made ??= make(...given).catch((error: unknown) => {
      made = null;
      throw error;
    });
    return made;
  };
}
