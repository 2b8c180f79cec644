import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ciphers } from "@/db/schema/ciphers";
import { collectionCiphers } from "@/db/schema/collection-ciphers";
import type { CollectionId, OrganizationId, UserId } from "@/lib/domain/ids";
import { isListed } from "@/lib/operations/collection/internal/is-listed";
import { collectionsOfItem, permissionsInItem } from "@/lib/operations/collection/internal/who-has";
import { sealedColumns } from "@/lib/operations/item/internal/sealed-columns";
import { defineKeyset } from "@/lib/operations/keyset";

/**
 * The browser sorts and searches the names, because the server cannot read them. So a page holds as many items
 * as a browser opens at once.
 */
const pageSize = 1000;
const inCollection = defineKeyset(
  "items",
  { age: [collectionCiphers.createdAt, collectionCiphers.itemId] },
  pageSize,
);
const inNone = defineKeyset("items in no collection", { age: [ciphers.createdAt, ciphers.id] }, pageSize);

type Asked = {
  organizationId: OrganizationId;
  /** Null for the items in no collection. */
  collectionId: CollectionId | null;
  cursor: string | null;
  /** Whose permissions in the collections of each item are read; null for whoever reaches everything anyway. */
  permissionsOf: UserId | null;
};

/** One page of an organization's items, sealed, oldest first. One statement. */
export async function pageOfItems(tx: Tx, { organizationId, collectionId, cursor, permissionsOf }: Asked) {
  const keyset = collectionId ? inCollection : inNone;
  const { where, orderBy, limit, place, cut } = keyset.page({ sort: "age", direction: "ascending", cursor });
  const select = tx.select({
    ...sealedColumns,
    collectionIds: collectionsOfItem(tx, permissionsOf, ciphers.id),
    permissions: permissionsOf ? permissionsInItem(tx, permissionsOf, ciphers.id) : sql<null>`null`,
    place,
  });
  const wanted = and(eq(ciphers.organizationId, organizationId), isListed, where);
  return cut(
    collectionId
      ? await select
          .from(collectionCiphers)
          .innerJoin(ciphers, eq(ciphers.id, collectionCiphers.itemId))
          .where(and(eq(collectionCiphers.collectionId, collectionId), wanted))
          .orderBy(...orderBy)
          .limit(limit)
      : await select
          .from(ciphers)
          .where(and(eq(ciphers.collections, 0), wanted))
          .orderBy(...orderBy)
          .limit(limit),
  );
}
