import "server-only";
import { sql } from "drizzle-orm";
import { itemMarks } from "@/db/schema/item-marks";
import { MarkItems } from "@/lib/domain/item/inputs";
import { personOf } from "@/lib/operations/account/access";
import { defineCommand } from "@/lib/operations/command";
import { readersOfItems } from "@/lib/operations/item/access";
import { ownAccount } from "@/lib/operations/locks";
import { doneUnrecorded } from "@/lib/operations/outcome";
import { advanceAccount } from "@/lib/operations/revision/internal/advance";

/**
 * Says what items of one owner are to this person alone: a favourite, or put away into their archive. Others who have
 * the items see nothing of it.
 */
export const markItems = defineCommand({
  name: "item.mark",
  input: MarkItems,
  access: readersOfItems,
  locks: ({ actor }) => ownAccount(actor),
  async run({ tx, actor, input: { itemIds, isFavorite, isArchived }, now }) {
    const userId = personOf(actor);
    const archivedAt = isArchived ? now : null;
    await tx
      .insert(itemMarks)
      .values(itemIds.map((itemId) => ({ userId, itemId, isFavorite: isFavorite ?? false, archivedAt })))
      .onConflictDoUpdate({
        target: [itemMarks.userId, itemMarks.itemId],
        set: {
          ...(isFavorite !== undefined && { isFavorite }),
          ...(isArchived !== undefined && {
            archivedAt: isArchived ? sql`coalesce(${itemMarks.archivedAt}, excluded.archived_at)` : null,
          }),
        },
      });
    await advanceAccount(tx, userId);
    return doneUnrecorded({ count: itemIds.length }, "how somebody arranges their vault is nobody else's");
  },
});
