import { type Entry, type Field, hiddenField } from "@/lib/import/entry";
import { type Collected, collect, type Imported } from "@/lib/import/imported";
import type { Row, Table } from "@/lib/import/table";

/** One row by the names of its columns. */
export type Cells = {
  place: number;
  /** The cell of a column, empty where there is none. */
  get(id: string): string;
  /** Filled cells of columns that nobody has asked for, as hidden fields. Asked for last. */
  rest(): (Field | null)[];
};

function cellsOf({ columns }: Table, row: Row): Cells {
  const asked = new Set<string>();
  const cell = (index: number) => row.cells[index] ?? "";
  return {
    place: row.line,
    get(id) {
      asked.add(id);
      const column = columns.find((each) => each.id === id);
      return column ? cell(column.index) : "";
    },
    rest: () =>
      columns.filter(({ id }) => !asked.has(id)).map(({ title, index }) => hiddenField(title, cell(index))),
  };
}

/**
 * Reads a table row by row. A row with fewer cells than there are columns is read as if the missing ones were empty; one
 * with more has shifted somewhere, and is left out.
 */
export function readRows(table: Table, read: (cells: Cells, into: Collected) => Entry | null): Imported {
  const into = collect();
  const name = table.columns.find(({ id }) => id === "name" || id === "title");
  for (const row of table.rows) {
    const named = (name && row.cells[name.index]?.slice(0, 100)) || null;
    const about = { place: row.line, name: named };
    if (row.cells.slice(table.columns.length).some((cell) => cell !== "")) {
      into.remark({ what: "too_many_cells", ...about });
      continue;
    }
    const entry = read(cellsOf(table, row), into);
    if (!entry) continue;
    if (row.cells.length < table.columns.length) into.remark({ what: "too_few_cells", ...about });
    into.add(entry);
  }
  return into.found;
}
