import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { collections } from "@/db/schema/collections";
import { ListAllItems } from "@/lib/domain/item/inputs";
import { personOf } from "@/lib/operations/account/access";
import { pageOfAllItems } from "@/lib/operations/item/internal/all-items";
import { expectExportRecorded } from "@/lib/operations/item/internal/expect-export-recorded";
import { asSealedItem } from "@/lib/operations/item/internal/sealed-columns";
import { inOrganization } from "@/lib/operations/organization/access";
import { defineQuery } from "@/lib/operations/query";
import { recentlyProven } from "@/lib/operations/recently-proven";

/**
 * Everything that an organization's export holds, sealed, a page at a time: its collections come with the first one.
 * Whoever may export has all of it, whether or not they reach all collections otherwise, once their export is in the
 * log. Three statements at most.
 *
 * @throws {Refused} `export_not_recorded`
 */
export const listItemsToExport = defineQuery({
  name: "item.list_to_export",
  input: ListAllItems,
  access: recentlyProven(inOrganization.export_items),
  async read({ tx, actor, input: { organizationId, cursor }, now }) {
    await expectExportRecorded(tx, { organizationId, userId: personOf(actor), now });
    const { rows, next } = await pageOfAllItems(tx, { organizationId, cursor, permissionsOf: null });
    const named = cursor
      ? []
      : await tx
          .select({ id: collections.id, name: collections.name })
          .from(collections)
          .where(and(eq(collections.organizationId, organizationId), eq(collections.type, "shared")))
          .orderBy(asc(collections.id));
    const items = rows.map(({ permissions: _, isUnassigned: _of, ...item }) => asSealedItem(item));
    return { collections: named, items, next };
  },
});

export type ItemsToExport = Awaited<ReturnType<typeof listItemsToExport.read>>;
