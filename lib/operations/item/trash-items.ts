import "server-only";
import { ItemsTarget } from "@/lib/domain/item/inputs";
import { personOf } from "@/lib/operations/account/access";
import { defineCommand } from "@/lib/operations/command";
import { deletersOfItems, itemOf } from "@/lib/operations/item/access";
import { eventsOfItems } from "@/lib/operations/item/internal/events-of-items";
import { lockItems } from "@/lib/operations/item/internal/lock-items";
import { ownerOfItems } from "@/lib/operations/item/internal/lock-owner";
import { setTrashed } from "@/lib/operations/item/internal/trash";
import { doneEach, doneUnrecorded } from "@/lib/operations/outcome";
import { advanceOwner } from "@/lib/operations/revision/internal/advance";

/** Puts items of one owner into the trash, where they wait to be restored or deleted. What is there already stays. */
export const trashItems = defineCommand({
  name: "item.trash",
  input: ItemsTarget,
  access: deletersOfItems,
  locks: ({ tx, actor, input: { itemIds } }) => ownerOfItems(tx, actor, itemIds),
  async run({ tx, actor, input: { itemIds }, standing, now }) {
    const { organizationId } = itemOf(standing);
    const userId = personOf(actor);
    const trashed = await lockItems(tx, itemIds, { inTrash: false, strength: "no key update" });
    if (trashed.length === 0) return doneUnrecorded({ count: 0 }, "they are in the trash already");
    await setTrashed(tx, trashed, now, await advanceOwner(tx, organizationId, userId));
    const events = eventsOfItems("cipher.trashed", trashed, { organizationId, userId });
    return doneEach({ count: trashed.length }, events, (event) => event);
  },
});
