const dateMark = "$D";

/** Values as the text of a question or its answer: JSON, in which a date stays a date. */
export const toWire = (value: unknown): string =>
  JSON.stringify(value, function (this: Record<string, unknown>, key, each: unknown) {
    // JSON hands a date over as a text, so this looks at the object that holds it.
    const was = this[key];
    if (was instanceof Date) return `${dateMark}${was.toISOString()}`;
    return typeof each === "string" && each.startsWith("$") ? `$${each}` : each;
  });

/**
 * What `toWire` was given, apart from what is undefined.
 *
 * @throws {SyntaxError} when the text is not JSON, or nested more deeply than anything that is asked.
 */
export function fromWire(text: string): unknown {
  try {
    return JSON.parse(text, (_key, each: unknown) => read(each));
  } catch (error) {
    // The text is nested so deeply that the parser's stack is full.
    throw error instanceof RangeError ? new SyntaxError("nested too deeply") : error;
  }
}

/** The same of an answer of the server's: a large one in which there is nothing to translate is not walked through. */
export const fromAnswer = (text: string): unknown =>
  text.includes('"$') ? fromWire(text) : JSON.parse(text);

function read(each: unknown): unknown {
  if (typeof each !== "string" || !each.startsWith("$")) return each;
  return each.startsWith(dateMark) ? new Date(each.slice(dateMark.length)) : each.slice(1);
}
