const longestText = 300;
const longestList = 20;
const deepest = 5;

/** One line of printable characters. Commands to a terminal and line ends are left out. */
export const shownText = (text: string, longest = longestText): string =>
  text
    .slice(0, longest)
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, " ")
    .trimEnd();

/** The fields of a line with every text cut and harmless, and nothing large or deep. */
export const tidied = (fields: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, tidy(value, 1)]));

function tidy(value: unknown, depth: number): unknown {
  if (typeof value === "string") return shownText(value);
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  if (depth > deepest) return "[deeper]";
  if (Array.isArray(value)) return value.slice(0, longestList).map((item) => tidy(item, depth + 1));
  // The message of an error may quote what somebody typed. describe-error.ts decides what is kept of it.
  if (value instanceof Error) return "[error]";
  const entries = Object.entries(value).slice(0, longestList);
  return Object.fromEntries(entries.map(([name, item]) => [name, tidy(item, depth + 1)]));
}
