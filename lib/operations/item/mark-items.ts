import "server-only";
import { MarkItems } from "@/lib/domain/item/inputs";
import { personOf } from "@/lib/operations/account/access";
import { defineCommand } from "@/lib/operations/command";
import { readersOfItems } from "@/lib/operations/item/access";
import { setMarks } from "@/lib/operations/item/internal/set-marks";
import { ownAccount } from "@/lib/operations/locks";
import { doneUnrecorded } from "@/lib/operations/outcome";
import { advanceAccount } from "@/lib/operations/revision/internal/advance";

/**
 * Says what items of one owner are to this person alone: a favourite, put away into their archive, or in one of their folders. Others who have
 * the items see nothing of it.
 */
export const markItems = defineCommand({
  name: "item.mark",
  input: MarkItems,
  access: readersOfItems,
  locks: ({ actor }) => ownAccount(actor),
  async run({ tx, actor, input: { itemIds, ...marks }, now }) {
    const userId = personOf(actor);
    await setMarks(tx, userId, itemIds, marks, now);
    await advanceAccount(tx, userId);
    return doneUnrecorded({ count: itemIds.length }, "how somebody arranges their vault is nobody else's");
  },
});
