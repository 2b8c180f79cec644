import "server-only";
import { ItemsTarget } from "@/lib/domain/item/inputs";
import { personOf } from "@/lib/operations/account/access";
import { defineCommand } from "@/lib/operations/command";
import { Refused } from "@/lib/operations/errors";
import { deletersForGood, itemOf } from "@/lib/operations/item/access";
import { deleteRows } from "@/lib/operations/item/internal/delete-rows";
import { eventsOfItems } from "@/lib/operations/item/internal/events-of-items";
import { lockItems } from "@/lib/operations/item/internal/lock-items";
import { ownerOfItems } from "@/lib/operations/item/internal/lock-owner";
import { doneEach } from "@/lib/operations/outcome";
import { advanceOwner } from "@/lib/operations/revision/internal/advance";

/**
 * Deletes items of one owner for good. They have been in the trash, so that nobody loses one by one wrong click.
 *
 * @throws {Refused} `item_not_in_trash` for the whole when one of them is not there, or not any more.
 */
export const deleteItems = defineCommand({
  name: "item.delete",
  input: ItemsTarget,
  access: deletersForGood,
  locks: ({ tx, actor, input: { itemIds } }) => ownerOfItems(tx, actor, itemIds),
  async run({ tx, actor, input: { itemIds }, standing }) {
    const { organizationId } = itemOf(standing);
    const userId = personOf(actor);
    const deleted = await lockItems(tx, itemIds, { inTrash: true, strength: "update" });
    if (deleted.length !== new Set(itemIds).size) throw new Refused("item_not_in_trash");
    await deleteRows(tx, deleted);
    await advanceOwner(tx, organizationId, userId);
    const events = eventsOfItems("cipher.deleted", deleted, { organizationId, userId });
    return doneEach({ count: deleted.length }, events, (event) => event);
  },
});
