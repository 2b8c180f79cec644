import "server-only";
import type { Database, OpenDatabase } from "@/db/client";
import { openMigrated } from "@/db/open-migrated";
import type { Environment } from "@/lib/env";

// Next loads this file into several bundles: what the process has one of lives on the global object.
const slot = Symbol.for("trousseau.database");
const shared = globalThis as { [slot]?: OpenDatabase };

/** Opens the database of this process and brings it up to date, once, before the first request. */
export async function openSharedDatabase(env: Environment): Promise<Database> {
  shared[slot] ??= await openMigrated(env);
  return shared[slot].db;
}

/** The database of this process. */
export function database(): Database {
  if (!shared[slot]) throw new Error("The database is not open: lib/startup.ts opens it.");
  return shared[slot].db;
}

/** Closes it, so that the next process finds the folder in order and its lock free. */
export async function closeSharedDatabase(): Promise<void> {
  const open = shared[slot];
  delete shared[slot];
  await open?.close();
}
