import "server-only";
import { and, eq, isNotNull, not, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ciphers } from "@/db/schema/ciphers";
import { collectionCiphers } from "@/db/schema/collection-ciphers";
import type { CollectionId, OrganizationId, UserId } from "@/lib/domain/ids";
import { isListed } from "@/lib/operations/collection/internal/is-listed";
import { isPersonal } from "@/lib/operations/collection/internal/is-personal";
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
const inTrash = defineKeyset("items in the trash", { age: [ciphers.deletedAt, ciphers.id] }, pageSize);
const inNone = defineKeyset("items in no collection", { age: [ciphers.createdAt, ciphers.id] }, pageSize);

type Asked = {
  organizationId: OrganizationId;
  from: CollectionId | "unassigned" | "trash";
  cursor: string | null;
  /** Whose permissions in the collections of each item are read; null for whoever reaches everything anyway. */
  permissionsOf: UserId | null;
};

/** One page of an organization's items, sealed, oldest first; of the trash, the last that came first. One statement. */
export async function pageOfItems(tx: Tx, { organizationId, from, cursor, permissionsOf }: Asked) {
  const keyset = from === "trash" ? inTrash : from === "unassigned" ? inNone : inCollection;
  const direction = from === "trash" ? "descending" : "ascending";
  const { where, orderBy, limit, place, cut } = keyset.page({ sort: "age", direction, cursor });
  const permissions = permissionsOf ? permissionsInItem(tx, permissionsOf, ciphers.id) : sql<null>`null`;
  const select = tx.select({
    ...sealedColumns,
    deletedAt: ciphers.deletedAt,
    isUnassigned: sql<boolean>`${ciphers.collections} = 0`,
    collectionIds: collectionsOfItem(tx, permissionsOf),
    permissions,
    place,
  });
  const wanted = and(
    eq(ciphers.organizationId, organizationId),
    from === "trash" ? isNotNull(ciphers.deletedAt) : isListed,
    where,
  );
  if (from === "unassigned")
    return cut(
      await select
        .from(ciphers)
        .where(and(eq(ciphers.collections, 0), wanted))
        .orderBy(...orderBy)
        .limit(limit),
    );
  if (from === "trash") {
    const isReached = permissionsOf
      ? sql`(${ciphers.collections} = 0 or ${permissions} is not null)`
      : not(isPersonal());
    return cut(
      await select
        .from(ciphers)
        .where(and(isReached, wanted))
        .orderBy(...orderBy)
        .limit(limit),
    );
  }
  return cut(
    await select
      .from(collectionCiphers)
      .innerJoin(ciphers, eq(ciphers.id, collectionCiphers.itemId))
      .where(and(eq(collectionCiphers.collectionId, from), wanted))
      .orderBy(...orderBy)
      .limit(limit),
  );
}
