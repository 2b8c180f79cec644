import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { collectionCiphers } from "@/db/schema/collection-ciphers";
import type { CollectionId, ItemId, OrganizationId } from "@/lib/domain/ids";

/** An item, the places of its collections in a list of them, and when it came there if that is not now. */
type Placed = { itemId: ItemId; in: readonly number[]; createdAt?: Date };

/**
 * Puts each item into each of the collections, which are held. What is in one already stays there. Answers the items
 * that came into one.
 */
export function putIntoCollections(
  tx: Tx,
  organizationId: OrganizationId,
  itemIds: readonly ItemId[],
  collectionIds: readonly CollectionId[],
): Promise<ItemId[]> {
  const every = collectionIds.map((_, place) => place);
  return putEachIntoItsOwn(
    tx,
    organizationId,
    collectionIds,
    itemIds.map((itemId) => ({ itemId, in: every })),
  );
}

/**
 * The same where each item has collections of its own among them. All of it goes in two parameters: one for each entry
 * would be more than a statement takes.
 */
export async function putEachIntoItsOwn(
  tx: Tx,
  organizationId: OrganizationId,
  collectionIds: readonly CollectionId[],
  items: readonly Placed[],
): Promise<ItemId[]> {
  if (collectionIds.length === 0 || items.length === 0) return [];
  const put = await tx
    .insert(collectionCiphers)
    .select(
      // In the order of the table's columns.
      sql`select ${organizationId}::uuid, (${JSON.stringify(collectionIds)}::jsonb ->> place::int)::uuid,
          (item ->> 'itemId')::uuid, coalesce((item ->> 'createdAt')::timestamptz, now())
        from jsonb_array_elements(${JSON.stringify(items)}::jsonb) as item,
          jsonb_array_elements_text(item -> 'in') as place`,
    )
    .onConflictDoNothing()
    .returning({ itemId: collectionCiphers.itemId });
  return put.map(({ itemId }) => itemId);
}
