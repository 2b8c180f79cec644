"use client";

import { z } from "zod";
import { undoneWithinMs } from "@/lib/domain/import/limits";
import { Mapping } from "@/lib/import/mapping";

// What this device keeps of imports: names of columns with what they become, and which files it has begun to import, each
// as a digest that says nothing without the file.

const mappingsAt = "trousseau-import-mappings";
const begunAt = "trousseau-imports-begun";
const most = 20;

const Mappings = z.array(z.object({ columns: z.array(z.string()), mapping: Mapping }));
const Begun = z.array(
  z.object({ importId: z.uuid(), mark: z.string(), place: z.string(), at: z.number(), isDone: z.boolean() }),
);
type Begun = z.infer<typeof Begun>[number];

function kept<Value>(at: string, schema: z.ZodType<Value[]>): Value[] {
  try {
    return schema.parse(JSON.parse(window.localStorage.getItem(at) ?? "[]"));
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

/** What the columns of such a table became the last time. */
export const keptMapping = (columns: readonly string[]): Mapping | null =>
  kept(mappingsAt, Mappings).find((row) => row.columns.join("\n") === columns.join("\n"))?.mapping ?? null;

export function keepMapping(columns: string[], mapping: Mapping) {
  const others = kept(mappingsAt, Mappings).filter((row) => row.columns.join("\n") !== columns.join("\n"));
  keep(mappingsAt, [{ columns, mapping }, ...others]);
}

/** Imports into a place that this device has begun within the day: of an organization's id, or of an account's. */
export const begunImports = (place: string): Begun[] =>
  kept(begunAt, Begun).filter((row) => row.place === place && Date.now() - row.at < undoneWithinMs);

export function keepBegun(row: Begun) {
  keep(begunAt, [row, ...kept(begunAt, Begun).filter(({ importId }) => importId !== row.importId)]);
}
