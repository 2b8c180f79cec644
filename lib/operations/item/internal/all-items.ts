import "server-only";
import { and, eq, not, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ciphers } from "@/db/schema/ciphers";
import type { OrganizationId, UserId } from "@/lib/domain/ids";
import { isListed } from "@/lib/operations/collection/internal/is-listed";
import { isPersonal } from "@/lib/operations/collection/internal/is-personal";
import { collectionsOfItem, permissionsInItem } from "@/lib/operations/collection/internal/who-has";
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
 * One page of everything that an organization has, sealed, with the shared collections that each item is in
 * and whoever is asked about has. What is in
 * a member's own collection alone is not the organization's to hand out. One statement.
 */
export async function pageOfAllItems(tx: Tx, { organizationId, cursor, permissionsOf }: Asked) {
  const page = allItems.page({ sort: "id", direction: "ascending", cursor });
  return page.cut(
    await tx
      .select({
        ...sealedColumns,
        collectionIds: collectionsOfItem(tx, permissionsOf),
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
