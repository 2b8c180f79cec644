type Cell = string | number | boolean | null;

/** A mark by which spreadsheets know that a file is UTF-8. */
const byteOrderMark = "\uFEFF";

/** What spreadsheets take for a formula when a cell begins with it (OWASP, CSV injection). */
const formula = /^[=+\-@\t\r]/;

/**
 * Rows as a CSV file (RFC 4180) that spreadsheets open as it is. A text that they would take for a formula begins with an
 * apostrophe; numbers stay as they are.
 */
export const csvOf = (rows: readonly (readonly Cell[])[]): string =>
  byteOrderMark + rows.map((row) => `${row.map(written).join(",")}\r\n`).join("");

function written(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell !== "string") return String(cell);
  const text = formula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
