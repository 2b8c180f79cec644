import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { collectionCiphers } from "@/db/schema/collection-ciphers";
import type { CollectionId, ItemId, OrganizationId } from "@/lib/domain/ids";

/**
 * Puts each item into each of the collections, which are held. What is in one already stays there. Answers the items
 * that came into one.
 */
export async function putIntoCollections(
  tx: Tx,
  organizationId: OrganizationId,
  itemIds: readonly ItemId[],
  collectionIds: readonly CollectionId[],
): Promise<ItemId[]> {
  if (itemIds.length === 0 || collectionIds.length === 0) return [];
  // As two arrays: every pair as a row of its own would be more parameters than a statement takes.
  const { rows } = await tx.execute<{ itemId: ItemId }>(sql`
    insert into ${collectionCiphers} (organization_id, collection_id, cipher_id)
    select ${organizationId}::uuid, collection_id, cipher_id
      from unnest(${sql.param([...itemIds])}::uuid[]) as cipher_id,
        unnest(${sql.param([...collectionIds])}::uuid[]) as collection_id
    on conflict do nothing
    returning cipher_id as "itemId"`);
  return rows.map(({ itemId }) => itemId);
}
