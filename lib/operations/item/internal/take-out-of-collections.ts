import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq, inArray, sql } from "drizzle-orm";
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
  // As two arrays: every pair as a row of its own would be more parameters than a statement takes.
  const itemsTaken = taken.map(({ itemId }) => itemId);
  const holders = taken.map(({ collectionId }) => heldBy.get(collectionId) ?? collectionId);
  await tx.execute(sql`insert into ${formerContents} (organization_id, cipher_id, collection_id)
    select ${organizationId}::uuid, pair.cipher_id, pair.collection_id
      from unnest(${sql.param(itemsTaken)}::uuid[], ${sql.param(holders)}::uuid[]) as pair (cipher_id, collection_id)`);
  await keepFormerHolders(tx, [...heldBy]);
  return itemsTaken;
}
