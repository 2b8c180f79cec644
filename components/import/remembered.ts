"use client";

import { z } from "zod";
import { undoneWithinMs } from "@/lib/domain/import/limits";
import { type Target, targets } from "@/lib/import/mapping";

// What this device keeps of imports, for every account of the browser, and locked or not: what columns become, by a digest
// of their names, and which files it has begun to import, each as a digest that says nothing without the file
// and with the ids of where it goes.

const mappingsAt = "trousseau-import-mappings";
const begunAt = "trousseau-imports-begun";
const most = 20;

const Mappings = z.array(z.object({ mark: z.string(), targets: z.array(z.enum(targets)) }));
const Begun = z.array(
  z.object({
    importId: z.uuid(),
    mark: z.string(),
    place: z.string(),
    /** The ids of the collections or folders that items of each folder come into, in the order of the file's. */
    into: z.array(z.string()),
    leavesRepeated: z.boolean(),
    leavesThere: z.boolean(),
    at: z.number(),
    /** All items are there, and files of theirs may still be to come. */
    hasItems: z.boolean().default(false),
    isDone: z.boolean(),
  }),
);
export type Begun = z.infer<typeof Begun>[number];

function kept<Value>(at: string, schema: z.ZodType<Value[]>): Value[] {
  try {
    const read = schema.safeParse(JSON.parse(window.localStorage.getItem(at) ?? "[]"));
    // What is of another form is of no use, and may say more.
    if (!read.success) window.localStorage.removeItem(at);
    return read.success ? read.data : [];
  } catch {
    return [];
  }
}

function keep(at: string, values: readonly unknown[]) {
  try {
    window.localStorage.setItem(at, JSON.stringify(values.slice(0, most)));
  } catch {
    // A browser that keeps nothing only forgets.
  }
}

/** What the columns of a table with this mark became the last time, in their order. */
export const keptTargets = (mark: string | null): Target[] | null =>
  kept(mappingsAt, Mappings).find((row) => row.mark === mark)?.targets ?? null;

export function keepTargets(mark: string, become: readonly Target[]) {
  const others = kept(mappingsAt, Mappings).filter((row) => row.mark !== mark);
  keep(mappingsAt, [{ mark, targets: become }, ...others]);
}

/** Imports into a place that this device has begun within the day: of an organization's id, or of an account's. */
export const begunImports = (place: string): Begun[] =>
  kept(begunAt, Begun).filter((row) => row.place === place && Date.now() - row.at < undoneWithinMs);

export function forgetBegun(importId: string) {
  keep(
    begunAt,
    kept(begunAt, Begun).filter((row) => row.importId !== importId),
  );
}

export function keepBegun(row: Begun) {
  keep(begunAt, [row, ...kept(begunAt, Begun).filter(({ importId }) => importId !== row.importId)]);
}
