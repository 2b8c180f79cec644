type Cell = string | number | boolean | null;

/** A mark by which spreadsheets know that a file is UTF-8. */
const byteOrderMark = "\uFEFF";

/**
 * What spreadsheets take for a formula when a cell begins with it (OWASP, CSV injection). Some take the fullwidth signs
 * for it too.
 */
const formula = /^[=+\-@\t\r\n＝＋－＠]/u;

/** What makes a cell need quotation marks. Spreadsheets of some countries part cells at semicolons. */
const special = /[",;\r\n]/;

/**
 * Rows as a CSV file (RFC 4180) that spreadsheets open as it is. A text that they would take for a formula begins with an
 * apostrophe; numbers stay as they are.
 */
export const csvOf = (rows: readonly (readonly Cell[])[]): string => byteOrderMark + linesOf(rows, harmless);

/** The same for programs that read each cell back as it was: nothing is put before a text, or before the file. */
export const exactCsvOf = (rows: readonly (readonly Cell[])[]): string => linesOf(rows, (text) => text);

const linesOf = (rows: readonly (readonly Cell[])[], say: (text: string) => string) =>
  rows.map((row) => `${row.map((cell) => written(cell, say)).join(",")}\r\n`).join("");

const harmless = (text: string) => (formula.test(text) ? `'${text}` : text);

function written(cell: Cell, say: (text: string) => string): string {
  if (cell === null) return "";
  if (typeof cell !== "string") return String(cell);
  const text = say(cell);
  return special.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
