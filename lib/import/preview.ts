import type { ItemType } from "@/lib/domain/item/types";
import { repeatedEntries } from "@/lib/import/duplicates";
import type { Entry } from "@/lib/import/entry";
import { markOfNames } from "@/lib/import/ids";
import { guessByCells, guessByNames, type Target } from "@/lib/import/mapping";
import type { Format, Found } from "@/lib/import/read-file";
import { bareTableOf, type Table, tableOf } from "@/lib/import/table";
import { isLeftOut, type Remark } from "@/lib/import/trouble";

/** The most rows, and remarks of a kind, that a page shows of a file. */
export const shown = { rows: 50, remarks: 200, samples: 3 };

export type Preview =
  | {
      kind: "items";
      format: Format;
      total: number;
      types: Partial<Record<ItemType, number>>;
      /** Every folder, with how many items are in it; the empty name is that of items in none. */
      folders: { path: string; items: number }[];
      repeated: number;
      /** Favourites and what was put away. */
      marked: number;
      /** Files that come along with items. */
      files: number;
      rows: { place: number; type: ItemType; name: string; folder: string | null; isRepeated: boolean }[];
      leftOut: Remarked;
      /** What is imported, and is not quite as in the file. */
      changed: Remarked;
    }
  | {
      kind: "table";
      /** Whether its first row seems to name its columns. */
      isNamed: boolean;
      /** What a device may keep of these names; null where they may be an item. */
      mark: string | null;
      /** The table if its first row names its columns, and if it does not. */
      named: TableView;
      bare: TableView;
    };

/** The first remarks of a kind, and how many there are. */
export type Remarked = { remarks: Remark[]; count: number };

export type TableView = {
  columns: { id: string; title: string; samples: string[] }[];
  guess: Target[];
  rows: number;
};

export function previewOf(found: Found): Preview {
  if (found.kind === "table") {
    const [named, bare] = [tableOf(found.rows), bareTableOf(found.rows)];
    return {
      kind: "table",
      isNamed: found.isNamed,
      mark: found.isNamed ? markOfNames(named.columns.map(({ id }) => id)) : null,
      named: viewOf(named, guessByNames(named)),
      bare: viewOf(bare, guessByCells(bare)),
    };
  }
  const { format, entries, folders, remarks } = found;
  const repeated = repeatedEntries(entries);
  const types: Partial<Record<ItemType, number>> = {};
  const items = new Map<string, number>(folders.map((path) => [path, 0]));
  for (const { item, folders: paths } of entries) {
    types[item.type] = (types[item.type] ?? 0) + 1;
    for (const path of paths.length > 0 ? paths : [""]) items.set(path, (items.get(path) ?? 0) + 1);
  }
  return {
    kind: "items",
    format,
    total: entries.length,
    types,
    folders: [...items].map(([path, count]) => ({ path, items: count })),
    repeated: repeated.size,
    marked: entries.filter(({ isFavorite, isArchived }) => isFavorite || isArchived).length,
    files: entries.reduce((sum, { files }) => sum + files.length, 0),
    rows: entries.slice(0, shown.rows).map((entry) => rowOf(entry, repeated)),
    leftOut: remarkedOf(remarks.filter(isLeftOut)),
    changed: remarkedOf(remarks.filter((remark) => !isLeftOut(remark))),
  };
}

const remarkedOf = (remarks: Remark[]): Remarked => ({
  remarks: remarks.slice(0, shown.remarks),
  count: remarks.length,
});

function viewOf({ columns, rows }: Table, guess: Target[]): TableView {
  const samplesOf = (index: number) =>
    rows.flatMap(({ cells }) => (cells[index] ? [cells[index].slice(0, 60)] : [])).slice(0, shown.samples);
  return {
    columns: columns.map(({ id, title, index }) => ({ id, title, samples: samplesOf(index) })),
    guess,
    rows: rows.length,
  };
}

const rowOf = (entry: Entry, repeated: ReadonlySet<Entry>) => ({
  place: entry.place,
  type: entry.item.type,
  name: entry.item.name,
  folder: entry.folders[0] ?? null,
  isRepeated: repeated.has(entry),
});
