import "server-only";
import { asc, type SQL } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { oneTimeTokens } from "@/db/schema/one-time-tokens";

/**
 * Locks links before the rows that they lead to. Following a link locks in the same order: otherwise a person
 * who accepts and an admin who withdraws could wait for each other. The lock is `for update`, because a link
 * gives a right, and sending it again or withdrawing it takes that right away.
 */
export async function lockLinks(tx: Tx, which: SQL): Promise<void> {
  await tx
    .select({ id: oneTimeTokens.id })
    .from(oneTimeTokens)
    .where(which)
    .orderBy(asc(oneTimeTokens.id))
    .for("update");
}
