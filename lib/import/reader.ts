import { transfer } from "comlink";
import type { ItemType } from "@/lib/domain/item/types";
import { repeatedEntries } from "@/lib/import/duplicates";
import type { Entry } from "@/lib/import/entry";
import { idIn, markOf } from "@/lib/import/ids";
import { shownLikeness, wholeLikeness } from "@/lib/import/likeness";
import { type Preview, previewOf, shown } from "@/lib/import/preview";
import { type Naming, readFile } from "@/lib/import/read-file";
import { CannotImport, type FileTrouble } from "@/lib/import/trouble";

type Given = { password?: string | undefined; naming?: Naming | undefined };
type Choice = {
  importId: string;
  leavesRepeated: boolean;
  leavesThere?: boolean;
  restricted: readonly ItemType[];
};

/** One item on its way, with its id. Its files come after it. */
export type Ready = Omit<Entry, "files"> & { itemId: string };

/** A file of an item that was chosen, and its number among those of the item. */
export type ReadyFile = { itemId: string; number: number; name: string };

export type ReadAnswer =
  | { ok: true; preview: Preview }
  | { ok: false; trouble: FileTrouble; row: number | null };

/** What a page asks about one file. A worker answers, so that the page stays quick; in tests the same in process. */
export interface ImportReader {
  read(bytes: Uint8Array, given: Given): Promise<ReadAnswer>;
  /** Which imports, by the marks that a device has kept, are of this file, read in the same way. */
  known(marks: { importId: string; mark: string }[]): Promise<string[]>;
  mark(importId: string): Promise<string>;
  /** Digests of what can be seen of each item, to look for in a vault. */
  looks(salt: string): Promise<string[]>;
  /**
   * Told by digests of whole items which a place has already: how many of the file's that are, how many of these it repeats,
   * and which of the rows that a preview shows.
   */
  there(salt: string, whole: string[]): Promise<{ all: number; repeated: number; rows: number[] }>;
  /** Makes a list of what is to be imported, and answers how many items that are. */
  choose(choice: Choice): Promise<number>;
  /** Items of that list, from one place to another. */
  part(from: number, to: number): Promise<Ready[]>;
  /** The files of that list's items. */
  files(): Promise<ReadyFile[]>;
  /** The bytes of one of them, for the page alone; null when it cannot be read. */
  file(which: Pick<ReadyFile, "itemId" | "number">): Promise<Uint8Array<ArrayBuffer> | null>;
}

export function makeReader(): ImportReader {
  let file = new Uint8Array();
  let naming: Naming | undefined;
  let entries: Entry[] = [];
  let there = new Set<Entry>();
  let chosen: { entry: Entry; itemId: string }[] = [];
  return {
    async read(bytes, given) {
      file = new Uint8Array(bytes);
      naming = given.naming;
      entries = [];
      there = new Set();
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
      marks.flatMap(({ importId, mark }) => (markOf(importId, file, naming) === mark ? [importId] : [])),
    mark: async (importId) => markOf(importId, file, naming),
    looks: async (salt) => entries.map(({ item }) => shownLikeness(salt, item)),
    async there(salt, whole) {
      const known = new Set(whole);
      // What files the place has is not known here, and they would be lost with an item that is left out.
      there = new Set(
        entries.filter(({ item, files }) => files.length === 0 && known.has(wholeLikeness(salt, item))),
      );
      const repeated = repeatedEntries(entries);
      return {
        all: there.size,
        repeated: [...there].filter((entry) => repeated.has(entry)).length,
        rows: entries.slice(0, shown.rows).flatMap((entry, row) => (there.has(entry) ? [row] : [])),
      };
    },
    async choose({ importId, leavesRepeated, leavesThere = false, restricted }) {
      const repeated = leavesRepeated ? repeatedEntries(entries) : new Set<Entry>();
      // The id goes by the place in the file, whatever else is left out this time.
      const times = new Map<number, number>();
      chosen = entries
        .map((entry) => {
          const time = times.get(entry.place) ?? 0;
          times.set(entry.place, time + 1);
          return { entry, itemId: idIn(importId, `item ${entry.place}, ${time}`) };
        })
        .filter(({ entry }) => !(leavesThere && there.has(entry)))
        .filter(({ entry }) => !repeated.has(entry) && !restricted.includes(entry.item.type));
      return chosen.length;
    },
    part: async (from, to) =>
      chosen.slice(from, to).map(({ entry: { files: _, ...entry }, itemId }) => ({ ...entry, itemId })),
    files: async () =>
      chosen.flatMap(({ entry, itemId }) =>
        entry.files.map(({ name }, number) => ({ itemId, number, name })),
      ),
    async file({ itemId, number }) {
      const found = chosen.find((each) => each.itemId === itemId)?.entry.files[number];
      if (!found) return null;
      try {
        const bytes = new Uint8Array(found.read());
        return transfer(bytes, [bytes.buffer]);
      } catch (error) {
        if (error instanceof CannotImport) return null;
        throw error;
      }
    },
  };
}
