import "server-only";
import { type SQLWrapper, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ciphers } from "@/db/schema/ciphers";
import { collectionCiphers } from "@/db/schema/collection-ciphers";
import type { ItemId } from "@/lib/domain/ids";

/**
 * Deletes items, however many, with all that is theirs. Their places in collections go first: these are counted all at
 * once, and with each item that takes them along, one by one.
 */
export async function deleteRows(tx: Tx, itemIds: readonly ItemId[]): Promise<void> {
  if (itemIds.length === 0) return;
  const among = (column: SQLWrapper) => sql`${column} = any(${sql.param([...itemIds])}::uuid[])`;
  await tx.delete(collectionCiphers).where(among(collectionCiphers.itemId));
  await tx.delete(ciphers).where(among(ciphers.id));
}
