import "server-only";
import { reachesAll } from "@/lib/domain/collection/access";
import { mayReadItem, mayWithItem } from "@/lib/domain/item/access";
import { ListAllItems } from "@/lib/domain/item/inputs";
import { mayInOrganization } from "@/lib/domain/organization/member";
import { personOf } from "@/lib/operations/account/access";
import { assertAllowed } from "@/lib/operations/command";
import { pageOfAllItems } from "@/lib/operations/item/internal/all-items";
import { asSealedItem } from "@/lib/operations/item/internal/sealed-columns";
import { inOrganization, placeOf } from "@/lib/operations/organization/access";
import { defineQuery } from "@/lib/operations/query";

/**
 * The items of an organization that a report of the actor's covers, sealed, a page at a time: those that they may
 * read. The provider's people have none where they are not let in to items. One statement.
 */
export const listItemsToReport = defineQuery({
  name: "item.list_to_report",
  input: ListAllItems,
  access: inOrganization.read_reports,
  async read({ tx, actor, input: { organizationId, cursor }, standing }) {
    const place = placeOf(standing);
    if (place.capacity.as === "provider") assertAllowed(mayInOrganization("use_items", place));
    // Whoever reaches everything is not asked what they were given.
    const permissionsOf = reachesAll(place) ? null : personOf(actor);
    const { rows, next } = await pageOfAllItems(tx, { organizationId, cursor, permissionsOf });
    const items = rows.flatMap(({ permissions, isUnassigned, ...sealed }) => {
      const item = {
        owner: "organization" as const,
        standing: place,
        permissions: permissions ?? [],
        isUnassigned,
      };
      return mayReadItem(item).allowed ? [asSealedItem({ ...sealed, may: mayWithItem(item) })] : [];
    });
    return { items, next };
  },
});

export type ItemsToReport = Awaited<ReturnType<typeof listItemsToReport.read>>;
