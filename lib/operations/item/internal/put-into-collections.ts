import "server-only";
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
  const entries = itemIds.flatMap((itemId) =>
    collectionIds.map((collectionId) => ({ organizationId, collectionId, itemId })),
  );
  if (entries.length === 0) return [];
  const put = await tx
    .insert(collectionCiphers)
    .values(entries)
    .onConflictDoNothing()
    .returning({ itemId: collectionCiphers.itemId });
  return put.map(({ itemId }) => itemId);
}
