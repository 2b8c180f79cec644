import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { collectionCiphers } from "@/db/schema/collection-ciphers";
import { formerAccess } from "@/db/schema/former-access";
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
  await letGoOfEarlier(tx, itemsTaken, holders);
  return itemsTaken;
}

/**
 * What was kept before of the same items goes where all who are kept with it are kept anew, and later: so it does not grow
 * with each time that an item is taken out and put back. What was kept just now stays.
 */
async function letGoOfEarlier(tx: Tx, itemIds: readonly ItemId[], holders: readonly CollectionId[]) {
  const gone = await tx.execute<{ collection_id: string }>(sql`delete from ${formerContents} as earlier
    using unnest(${sql.param(itemIds)}::uuid[], ${sql.param(holders)}::uuid[]) as kept (cipher_id, collection_id)
    where earlier.cipher_id = kept.cipher_id and earlier.collection_id <> all (${sql.param(holders)}::uuid[])
      and not exists (select from ${formerAccess} as had where had.collection_id = earlier.collection_id
        and not exists (select from ${formerAccess} as has
          where has.collection_id = kept.collection_id and has.member_id = had.member_id))
    returning earlier.collection_id`);
  const left = [...new Set(gone.rows.map((row) => row.collection_id))];
  if (left.length > 0)
    await tx.execute(sql`delete from ${formerAccess} as had where had.collection_id = any (${sql.param(left)}::uuid[])
      and not exists (select from ${formerContents} as entry where entry.collection_id = had.collection_id)`);
}
