import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { folders } from "@/db/schema/folders";
import { itemMarks } from "@/db/schema/item-marks";
import type { FolderId, UserId } from "@/lib/domain/ids";
import { MarkItems } from "@/lib/domain/item/inputs";
import { personOf } from "@/lib/operations/account/access";
import { defineCommand } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { readersOfItems } from "@/lib/operations/item/access";
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
  async run({ tx, actor, input: { itemIds, isFavorite, isArchived, folderId }, now }) {
    const userId = personOf(actor);
    const archivedAt = isArchived ? now : null;
    if (folderId) await expectOwnFolder(tx, userId, folderId);
    await tx
      .insert(itemMarks)
      .values(
        itemIds.map((itemId) => ({ userId, itemId, isFavorite: isFavorite ?? false, archivedAt, folderId })),
      )
      .onConflictDoUpdate({
        target: [itemMarks.userId, itemMarks.itemId],
        set: {
          ...(isFavorite !== undefined && { isFavorite }),
          ...(folderId !== undefined && { folderId }),
          ...(isArchived !== undefined && {
            archivedAt: isArchived ? sql`coalesce(${itemMarks.archivedAt}, excluded.archived_at)` : null,
          }),
        },
      });
    await advanceAccount(tx, userId);
    return doneUnrecorded({ count: itemIds.length }, "how somebody arranges their vault is nobody else's");
  },
});

async function expectOwnFolder(tx: Tx, userId: UserId, folderId: FolderId): Promise<void> {
  const own = and(eq(folders.id, folderId), eq(folders.userId, userId));
  if ((await tx.$count(folders, own)) === 0) throw new NotFound();
}
