import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { collectionCiphers } from "@/db/schema/collection-ciphers";
import { collections } from "@/db/schema/collections";
import type { CollectionId, ItemId } from "@/lib/domain/ids";

/** The members' own collections that some of the items are in. */
export async function ownCollectionsOf(tx: Tx, itemIds: readonly ItemId[]): Promise<CollectionId[]> {
  const own = await tx
    .selectDistinct({ id: collections.id })
    .from(collectionCiphers)
    .innerJoin(collections, eq(collections.id, collectionCiphers.collectionId))
    .where(and(inArray(collectionCiphers.itemId, [...itemIds]), eq(collections.type, "my_items")));
  return own.map(({ id }) => id);
}
