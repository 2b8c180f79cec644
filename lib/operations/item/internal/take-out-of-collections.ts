import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { collectionCiphers } from "@/db/schema/collection-ciphers";
import { formerContents } from "@/db/schema/former-contents";
import type { CollectionId, ItemId, OrganizationId } from "@/lib/domain/ids";
import { keepFormerHolders } from "@/lib/operations/collection/internal/who-has";

/**
 * Takes items out of collections. Who could read them there is kept, as of a collection that was deleted: they owe
 * these items when they are removed later. Answers the items that were in one.
 */
export async function takeOutOfCollections(
  tx: Tx,
  organizationId: OrganizationId,
  itemIds: readonly ItemId[],
  collectionIds: readonly CollectionId[],
): Promise<ItemId[]> {
  if (collectionIds.length === 0) return [];
  const taken = await tx
    .delete(collectionCiphers)
    .where(
      and(
        eq(collectionCiphers.organizationId, organizationId),
        inArray(collectionCiphers.itemId, [...itemIds]),
        inArray(collectionCiphers.collectionId, [...collectionIds]),
      ),
    )
    .returning({ itemId: collectionCiphers.itemId, collectionId: collectionCiphers.collectionId });
  if (taken.length === 0) return [];
  const heldBy = new Map(taken.map(({ collectionId }) => [collectionId, randomUUID() as CollectionId]));
  await tx.insert(formerContents).values(
    taken.map(({ itemId, collectionId }) => ({
      organizationId,
      itemId,
      collectionId: heldBy.get(collectionId) ?? collectionId,
    })),
  );
  await keepFormerHolders(tx, [...heldBy]);
  return taken.map(({ itemId }) => itemId);
}
