import "server-only";
import { and, inArray, isNotNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { collectionAccess } from "@/db/schema/collection-access";
import type { CollectionId, UserId } from "@/lib/domain/ids";

/** The accounts that have one of these collections. */
export async function accountsOf(tx: Tx, collectionIds: CollectionId[]): Promise<UserId[]> {
  if (collectionIds.length === 0) return [];
  const rows = await tx
    .selectDistinct({ userId: collectionAccess.userId })
    .from(collectionAccess)
    .where(and(inArray(collectionAccess.collectionId, collectionIds), isNotNull(collectionAccess.userId)));
  return rows.flatMap(({ userId }) => userId ?? []);
}
