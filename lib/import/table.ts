import Papa from "papaparse";
import { CannotImport } from "@/lib/import/trouble";

/** A row of a table, with the line that it begins in, from 1. */
export type Row = { line: number; cells: readonly string[] };

const separators = [",", ";", "\t", "|"];

/** The separator that stands most often in the first line with something in it, outside of quotes. */
function separatorOf(text: string): string {
  const first = text.split(/\r\n|\n|\r/, 50).find((line) => line.trim() !== "") ?? "";
  const bare = first.replace(/"[^"]*"/g, "");
  const counted = separators.map((separator) => ({ separator, times: bare.split(separator).length }));
  return counted.reduce((best, each) => (each.times > best.times ? each : best)).separator;
}

const breaksIn = (cells: readonly string[]) =>
  cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);

/**
 * The rows of a text with separated values, without empty lines. Excel's `sep=;` is obeyed.
 *
 * @throws {CannotImport} `damaged` with the row where a quotation mark does not end.
 */
export function rowsOf(text: string): Row[] {
  const named = /^sep=(.)(\r\n|\n|\r)/i.exec(text);
  const body = named ? text.slice(named[0].length) : text;
  const { data, errors } = Papa.parse<string[]>(body, { delimiter: named?.[1] ?? separatorOf(body) });
  const broken = errors.find(({ code }) => code === "MissingQuotes");
  let line = named ? 2 : 1;
  const rows = data.map((cells): Row => {
    const row = { line, cells };
    line += 1 + breaksIn(cells);
    return row;
  });
  if (broken) throw new CannotImport("damaged", rows[broken.row ?? 0]?.line ?? null);
  return rows.filter(({ cells }) => cells.some((cell) => cell !== ""));
}

/** A table and its columns, which its first row names, or their numbers. */
export type Table = { columns: readonly Column[]; rows: readonly Row[] };
/** `id` is the name without case; of two columns with one name the second has "name (2)". */
export type Column = { id: string; title: string; index: number };

/** A table without names of columns: each is called by its number, and the first row is one like the others. */
export function bareTableOf(rows: readonly Row[]): Table {
  const width = rows.reduce((widest, { cells }) => Math.max(widest, cells.length), 0);
  const columns = Array.from({ length: width }, (_, index) => {
    const number = String(index + 1);
    return { id: number, title: number, index };
  });
  return { columns, rows };
}

export function tableOf(rows: readonly Row[]): Table {
  const [head, ...rest] = rows;
  const times = new Map<string, number>();
  const columns = (head?.cells ?? []).map((cell, index) => {
    const title = cell.trim();
    const id = title.toLowerCase();
    const time = (times.get(id) ?? 0) + 1;
    times.set(id, time);
    return time === 1 ? { id, title, index } : { id: `${id} (${time})`, title: `${title} (${time})`, index };
  });
  return { columns, rows: rest };
}

/** Whether a table has all of these columns. */
export const hasColumns = ({ columns }: Table, ids: readonly string[]): boolean =>
  ids.every((id) => columns.some((column) => column.id === id));
