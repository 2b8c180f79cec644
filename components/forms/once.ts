/**
 * Makes something at the first call and answers the same ever after, so that sending a form again sends the same.
 * What failed was not made, and is made at the next call.
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
