import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

/**
 * Runs a statement that switches. What was staged has only just come, and a database that has not counted it yet
 * takes it for a few rows, and would look through all of it once for each row that is switched.
 */
export async function switchAtOnce<Row extends Record<string, unknown>>(
  tx: Tx,
  statement: SQL,
): Promise<Row[]> {
  await tx.execute(sql`set local enable_nestloop = off`);
  const { rows } = await tx.execute<Row>(statement);
  await tx.execute(sql`set local enable_nestloop to default`);
  return rows;
}
