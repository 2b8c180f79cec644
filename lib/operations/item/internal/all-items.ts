import "server-only";
import { and, eq, not, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ciphers } from "@/db/schema/ciphers";
import { collectionCiphers } from "@/db/schema/collection-ciphers";
import { collections } from "@/db/schema/collections";
import type { CollectionId, OrganizationId, UserId } from "@/lib/domain/ids";
import { isListed } from "@/lib/operations/collection/internal/is-listed";
import { isPersonal } from "@/lib/operations/collection/internal/is-personal";
import { permissionsInItem } from "@/lib/operations/collection/internal/who-has";
import { sealedColumns } from "@/lib/operations/item/internal/sealed-columns";
import { defineKeyset } from "@/lib/operations/keyset";

/** As many items as a browser opens at once. */
const allItems = defineKeyset("all items", { id: [ciphers.id] }, 1000);

type Asked = {
  organizationId: OrganizationId;
  cursor: string | null;
  /** Whose permissions in the collections of each item are read; null where nobody asks. */
  permissionsOf: UserId | null;
};

/**
 * One page of everything that an organization has, sealed, with the shared collections that each item is in. What is in
 * a member's own collection alone is not the organization's to hand out. One statement.
 */
export async function pageOfAllItems(tx: Tx, { organizationId, cursor, permissionsOf }: Asked) {
  const page = allItems.page({ sort: "id", direction: "ascending", cursor });
  const within = tx
    .select({ ids: sql`array_agg(${collections.id})` })
    .from(collectionCiphers)
    .innerJoin(collections, eq(collections.id, collectionCiphers.collectionId))
    .where(and(eq(collectionCiphers.itemId, ciphers.id), eq(collections.type, "shared")));
  return page.cut(
    await tx
      .select({
        ...sealedColumns,
        collectionIds: sql<CollectionId[]>`coalesce((${within}), '{}')`,
        isUnassigned: sql<boolean>`${ciphers.collections} = 0`,
        permissions: permissionsOf ? permissionsInItem(tx, permissionsOf, ciphers.id) : sql<null>`null`,
        place: page.place,
      })
      .from(ciphers)
      .where(and(eq(ciphers.organizationId, organizationId), isListed, not(isPersonal()), page.where))
      .orderBy(...page.orderBy)
      .limit(page.limit),
  );
}
