import "server-only";
import { reachesAll } from "@/lib/domain/collection/access";
import { mayEditItem, mayReadItem, mayWithItem } from "@/lib/domain/item/access";
import { ListItems } from "@/lib/domain/item/inputs";
import { personOf } from "@/lib/operations/account/access";
import { assertAllowed } from "@/lib/operations/command";
import { factsOfList } from "@/lib/operations/item/internal/facts-of-list";
import { pageOfItems } from "@/lib/operations/item/internal/page-of-items";
import { asSealedItem } from "@/lib/operations/item/internal/sealed-columns";
import { inOrganization, placeOf } from "@/lib/operations/organization/access";
import { defineQuery } from "@/lib/operations/query";

/**
 * The items of one collection, those in none, or those in the trash, a page at a time, sealed, and what the actor may do
 * with each: an item in several collections is judged by the most generous of their permissions. Two statements.
 */
export const listOrganizationItems = defineQuery({
  name: "item.list_of_organization",
  input: ListItems,
  access: inOrganization.use_items,
  async read({ tx, actor, input: { organizationId, collectionId: asked, cursor }, standing }) {
    const place = placeOf(standing);
    const collectionId = asked === "unassigned" || asked === "trash" ? null : asked;
    const { collection, item } = await factsOfList(tx, place, organizationId, collectionId);
    assertAllowed(mayReadItem(item));
    // Whoever reaches everything is not asked what they were given.
    const permissionsOf = reachesAll(place) ? null : personOf(actor);
    const { rows, next } = await pageOfItems(tx, { organizationId, from: asked, cursor, permissionsOf });
    return {
      collection,
      items: rows.map(({ permissions, isUnassigned, ...sealed }) =>
        asSealedItem({
          ...sealed,
          may: mayWithItem({ ...item, permissions: permissions ?? [], isUnassigned }),
        }),
      ),
      next,
      /** Whether items can be put into the collection. */
      mayAdd: collection !== null && mayEditItem(item).allowed,
    };
  },
});

export type ListedItems = Awaited<ReturnType<typeof listOrganizationItems.read>>;
