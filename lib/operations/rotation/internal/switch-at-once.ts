import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

/**
 * Runs a statement that switches. What was staged has only just come, and a database that has not counted it yet
 * takes it for a few rows, and would look through all of it once for each row that is switched.
 */
export async function switchAtOnce(tx: Tx, statement: SQL): Promise<void> {
  await tx.execute(sql`set local enable_nestloop = off`);
  await tx.execute(statement);
  await tx.execute(sql`set local enable_nestloop to default`);
}
