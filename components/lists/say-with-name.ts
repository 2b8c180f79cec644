/** Stands in no name. */
const mark = "\u0000";

/**
 * A text with a name in it, for the rows of a list. It is formatted once and then put together: only the name differs
 * from row to row.
 *
 * @param say formats it for one name, which stands in it as it is.
 */
export function sayWithName(say: (name: string) => string): (name: string) => string {
  const parts = say(mark).split(mark);
  return (name) => parts.join(name);
}
