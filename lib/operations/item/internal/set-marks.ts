import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import { folders } from "@/db/schema/folders";
import { itemMarks } from "@/db/schema/item-marks";
import type { FolderId, ItemId, UserId } from "@/lib/domain/ids";
import type { Marks } from "@/lib/domain/item/inputs";
import { NotFound } from "@/lib/operations/errors";

/**
 * Says what items are to one person alone. Whoever calls it advances that person's revision.
 *
 * @throws {NotFound} when the folder is not one of theirs.
 */
export async function setMarks(
  tx: Tx,
  userId: UserId,
  itemIds: readonly ItemId[],
  { isFavorite, isArchived, folderId }: z.output<typeof Marks>,
  now: Date,
): Promise<void> {
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
}

async function expectOwnFolder(tx: Tx, userId: UserId, folderId: FolderId): Promise<void> {
  const own = and(eq(folders.id, folderId), eq(folders.userId, userId));
  if ((await tx.$count(folders, own)) === 0) throw new NotFound();
}
