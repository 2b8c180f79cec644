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

/** Takes items of one owner out of the trash, for whoever could have put them there. What is not there stays as it is. */
export const restoreItems = defineCommand({
  name: "item.restore",
  input: ItemsTarget,
  access: deletersOfItems,
  locks: ({ tx, actor, input: { itemIds } }) => ownerOfItems(tx, actor, itemIds),
  async run({ tx, actor, input: { itemIds }, standing }) {
    const { organizationId } = itemOf(standing);
    const userId = personOf(actor);
    const restored = await lockItems(tx, itemIds, { inTrash: true, strength: "no key update" });
    if (restored.length === 0) return doneUnrecorded({ count: 0 }, "none of them is in the trash");
    await setTrashed(tx, restored, null, await advanceOwner(tx, organizationId, userId));
    const events = eventsOfItems("cipher.restored", restored, { organizationId, userId });
    return doneEach({ count: restored.length }, events, (event) => event);
  },
});
