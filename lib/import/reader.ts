import type { ItemType } from "@/lib/domain/item/types";
import { repeatedEntries } from "@/lib/import/duplicates";
import type { Entry } from "@/lib/import/entry";
import { idIn, markOf } from "@/lib/import/ids";
import { type Preview, previewOf } from "@/lib/import/preview";
import { type Naming, readFile } from "@/lib/import/read-file";
import { CannotImport, type FileTrouble } from "@/lib/import/trouble";

type Given = { password?: string | undefined; naming?: Naming | undefined };
type Choice = { importId: string; leavesRepeated: boolean; restricted: readonly ItemType[] };

/** One item on its way, with its id. */
export type Ready = Entry & { itemId: string };

export type ReadAnswer =
  | { ok: true; preview: Preview }
  | { ok: false; trouble: FileTrouble; row: number | null };

/** What a page asks about one file. A worker answers, so that the page stays quick; in tests the same in process. */
export interface ImportReader {
  read(bytes: Uint8Array, given: Given): Promise<ReadAnswer>;
  /** Which of the marks a device has kept is of this file. */
  known(marks: { importId: string; mark: string }[]): Promise<string | null>;
  mark(importId: string): Promise<string>;
  /** Makes a list of what is to be imported, and answers how many items that are. */
  choose(choice: Choice): Promise<number>;
  /** Items of that list, from one place to another. */
  part(from: number, to: number): Promise<Ready[]>;
}

export function makeReader(): ImportReader {
  let file = new Uint8Array();
  let entries: Entry[] = [];
  let chosen: { entry: Entry; itemId: string }[] = [];
  return {
    async read(bytes, given) {
      file = new Uint8Array(bytes);
      entries = [];
      try {
        const found = await readFile(file, given);
        if (found.kind === "items") entries = found.entries;
        return { ok: true, preview: previewOf(found) };
      } catch (error) {
        if (error instanceof CannotImport) return { ok: false, trouble: error.trouble, row: error.row };
        throw error;
      }
    },
    known: async (marks) =>
      marks.find(({ importId, mark }) => markOf(importId, file) === mark)?.importId ?? null,
    mark: async (importId) => markOf(importId, file),
    async choose({ importId, leavesRepeated, restricted }) {
      const repeated = leavesRepeated ? repeatedEntries(entries) : new Set<Entry>();
      // The id goes by the place in the file, whatever else is left out this time.
      const times = new Map<number, number>();
      chosen = entries
        .map((entry) => {
          const time = times.get(entry.place) ?? 0;
          times.set(entry.place, time + 1);
          return { entry, itemId: idIn(importId, `item ${entry.place}, ${time}`) };
        })
        .filter(({ entry }) => !repeated.has(entry) && !restricted.includes(entry.item.type));
      return chosen.length;
    },
    part: async (from, to) => chosen.slice(from, to).map(({ entry, itemId }) => ({ ...entry, itemId })),
  };
}
