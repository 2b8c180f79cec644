export type ListParams = Record<string, string | string[] | undefined>;

/** One value of a query string; the first where somebody wrote several. */
export const one = (value: string | string[] | undefined): string | undefined =>
  (Array.isArray(value) ? value[0] : value) || undefined;

/** The value if it is one of `words`; addresses are typed by hand too, and a wrong word is no error. */
export const oneOf = <Word extends string>(words: readonly Word[], value: string | string[] | undefined) =>
  words.find((word) => word === one(value));

/** The address of a list with some of its parameters changed, and from its first page unless `cursor` is given. */
export function listAddress(path: string, now: ListParams, change: Record<string, string | undefined>) {
  const next = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...now, cursor: undefined, ...change })) {
    const text = one(value);
    if (text) next.set(name, text);
  }
  const query = next.toString();
  return query ? `${path}?${query}` : path;
}
