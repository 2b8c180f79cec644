import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ciphers } from "@/db/schema/ciphers";
import type { ItemId } from "@/lib/domain/ids";

/** Deletes items, however many, with all that is theirs. */
export async function deleteRows(tx: Tx, itemIds: readonly ItemId[]): Promise<void> {
  if (itemIds.length === 0) return;
  await tx.delete(ciphers).where(sql`${ciphers.id} = any(${sql.param([...itemIds])}::uuid[])`);
}
