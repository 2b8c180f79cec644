import "server-only";
import { and, eq, inArray, type SQLWrapper, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import type { Tx } from "@/db/client";
import { ciphers } from "@/db/schema/ciphers";
import { collectionCiphers } from "@/db/schema/collection-ciphers";
import { collections } from "@/db/schema/collections";
import { itemMarks } from "@/db/schema/item-marks";
import { organizations } from "@/db/schema/organizations";
import { type CollectionPermission, together } from "@/lib/domain/collection/permission";
import type { CollectionId, ItemId, UserId } from "@/lib/domain/ids";
import { accessOfUser } from "@/lib/operations/collection/internal/who-has";
import { sealedColumns } from "@/lib/operations/item/internal/sealed-columns";

/** The collections assigned to somebody in the enabled organizations that they are a confirmed member of, oldest first. */
export async function collectionsOf(tx: Tx, userId: UserId) {
  const access = accessOfUser(tx, userId);
  const isOpen = and(eq(organizations.id, access.organizationId), eq(organizations.state, "enabled"));
  const assigned = await tx
    .select({
      id: collections.id,
      organizationId: collections.organizationId,
      name: collections.name,
      externalId: collections.externalId,
      /** Nobody has a collection of somebody else's own. */
      isOwn: sql<boolean>`${collections.type} = 'my_items'`,
      permissions: sql<CollectionPermission[]>`array_agg(${access.permission})`,
    })
    .from(access)
    .innerJoin(organizations, isOpen)
    .innerJoin(collections, eq(collections.id, access.collectionId))
    .groupBy(collections.id)
    .orderBy(collections.createdAt, collections.id);
  return assigned.flatMap(({ permissions, ...collection }) => {
    const permission = together(permissions);
    return permission ? { ...collection, permission } : [];
  });
}

/**
 * Somebody's own items and those of the collections assigned to them, those in the trash too. `entries` says which item is
 * in which collection. The collections were found before, so that the items of others are not touched. With `only`,
 * those of these items alone.
 *
 * Whoever writes one of these three tables advances the revision of the items' owner, or of the person whose mark it is.
 */
export async function itemsIn(
  tx: Tx,
  userId: UserId,
  assigned: readonly { id: CollectionId }[],
  only?: readonly ItemId[],
) {
  const isAsked = (column: SQLWrapper) => only && sql`${column} = any(${sql.param([...only])}::uuid[])`;
  // By their ids: then the database knows how much is in these, and does not reckon with what others have in theirs.
  const ids = sql.param(assigned.map(({ id }) => id));
  const inAssigned = sql`${collectionCiphers.collectionId} = any(${ids}::uuid[])`;
  const entries = await tx
    .select({ itemId: collectionCiphers.itemId, collectionId: collectionCiphers.collectionId })
    .from(collectionCiphers)
    .where(and(inAssigned, isAsked(collectionCiphers.itemId)));

  const marked = and(eq(itemMarks.itemId, ciphers.id), eq(itemMarks.userId, userId));
  const columns = {
    ...sealedColumns,
    organizationId: ciphers.organizationId,
    deletedAt: ciphers.deletedAt,
    isFavorite: sql<boolean>`coalesce(${itemMarks.isFavorite}, false)`.as("is_favorite"),
    archivedAt: itemMarks.archivedAt,
    folderId: itemMarks.folderId,
  };
  const items = await unionAll(
    tx
      .select(columns)
      .from(ciphers)
      .leftJoin(itemMarks, marked)
      .where(and(eq(ciphers.userId, userId), isAsked(ciphers.id))),
    tx
      .select(columns)
      .from(ciphers)
      .leftJoin(itemMarks, marked)
      .where(
        inArray(
          ciphers.id,
          tx
            .select({ id: collectionCiphers.itemId })
            .from(collectionCiphers)
            .where(and(inAssigned, isAsked(collectionCiphers.itemId))),
        ),
      ),
  );
  return { entries, items };
}
