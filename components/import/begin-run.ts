import { type Begun, begunImports, keepBegun } from "@/components/import/remembered";
import { type Destination, placesIn } from "@/components/import/run-import";
import type { ImportReader } from "@/lib/import/reader";

/** What somebody has chosen for the items of a file: where those of each folder go, and what is left out. */
export type Choice = { places: Destination["places"]; leavesRepeated: boolean; leavesThere: boolean };

/** What this device keeps of an import that has begun, and whether it goes on with one. */
export type BegunRun = Begun & { goesOn: boolean };

type Reader = Pick<ImportReader, "known" | "mark">;

/** Imports that this device has begun there with the same file, read in the same way, and has not come to the end of. */
async function unfinished(reader: Reader, place: string, over: readonly string[]): Promise<Begun[]> {
  const rows = begunImports(place).filter(({ importId, isDone }) => !isDone && !over.includes(importId));
  const known = await reader.known(rows);
  return rows.filter(({ importId }) => known.includes(importId));
}

/** The ids of where items go, in the order of the folders. Those of new places follow from the import, and stay. */
const idsOf = (importId: string, { places }: Choice): string[] =>
  [...placesIn(importId, places).values()].map(({ id }) => id);

const isSame = (row: Begun, choice: Choice) =>
  row.leavesRepeated === choice.leavesRepeated &&
  row.leavesThere === choice.leavesThere &&
  row.into.join() === idsOf(row.importId, choice).join();

/** The latest import that goes on where this file is imported again with what was chosen then; null where none has begun. */
export async function begunRun(
  reader: Reader,
  place: string,
  over: readonly string[],
): Promise<Begun | null> {
  const [latest] = await unfinished(reader, place, over);
  return latest ?? null;
}

/**
 * The import under whose ids a file comes: one that has begun with the same choice, as old as it is; otherwise a new one,
 * for what was sent to one place does not come to another by going on.
 *
 * @param over imports that were undone.
 */
export async function beginRun(
  reader: Reader,
  place: string,
  over: readonly string[],
  choice: Choice,
): Promise<BegunRun> {
  const before = (await unfinished(reader, place, over)).find((row) => isSame(row, choice));
  const importId = before?.importId ?? crypto.randomUUID();
  const begun = before ?? {
    importId,
    mark: await reader.mark(importId),
    place,
    into: idsOf(importId, choice),
    leavesRepeated: choice.leavesRepeated,
    leavesThere: choice.leavesThere,
    at: Date.now(),
    hasItems: false,
    isDone: false,
  };
  keepBegun(begun);
  return { ...begun, goesOn: before !== undefined };
}
