import "server-only";
import { asc, type SQL } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { oneTimeTokens } from "@/db/schema/one-time-tokens";

/**
 * Locks links before what they lead to, which is the order in which following one locks. The other way round,
 * a person who accepts and an admin who withdraws would wait for each other. `for update`, as a link is authority
 * that sending it again and withdrawing it take away.
 */
export async function lockLinks(tx: Tx, which: SQL): Promise<void> {
  await tx
    .select({ id: oneTimeTokens.id })
    .from(oneTimeTokens)
    .where(which)
    .orderBy(asc(oneTimeTokens.id))
    .for("update");
}
