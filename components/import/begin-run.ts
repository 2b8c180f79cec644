import { begunImports, keepBegun } from "@/components/import/remembered";
import type { ImportReader } from "@/lib/import/reader";

/** What this device keeps of an import that has begun, and whether it goes on with one. */
export type BegunRun = { importId: string; mark: string; place: string; at: number; goesOn: boolean };

/**
 * The import under whose ids a file comes: one that this device has begun there with the same file, and has not come to
 * the end of, as old as it is; otherwise a new one.
 *
 * @param over imports that were undone.
 */
export async function beginRun(
  reader: Pick<ImportReader, "known" | "mark">,
  place: string,
  over: readonly string[],
): Promise<BegunRun> {
  const marks = begunImports(place).filter(({ importId, isDone }) => !isDone && !over.includes(importId));
  const known = await reader.known(marks);
  const before = marks.find(({ importId }) => importId === known);
  const importId = before?.importId ?? crypto.randomUUID();
  const begun = {
    importId,
    mark: before?.mark ?? (await reader.mark(importId)),
    place,
    at: before?.at ?? Date.now(),
  };
  keepBegun({ ...begun, isDone: false });
  return { ...begun, goesOn: before !== undefined };
}
