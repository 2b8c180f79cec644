import "server-only";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import { ciphers } from "@/db/schema/ciphers";
import { itemMarks } from "@/db/schema/item-marks";
import type { UserId } from "@/lib/domain/ids";
import type { ImportItems } from "@/lib/domain/import/inputs";
import { putEachIntoItsOwn } from "@/lib/operations/item/internal/put-into-collections";
import { advanceOwner } from "@/lib/operations/revision/internal/advance";

type Input = z.output<typeof ImportItems>;

/**
 * Puts items that are not there yet into their places, in the order of their file: lists are read by age, so each is a
 * moment younger than the one before it. What an item is to somebody alone is kept for items of their own: in an
 * organization it would be nobody's.
 */
export async function insertImported(
  tx: Tx,
  { importId, organizationId, organizationKeyId, into }: Input,
  items: Input["items"],
  userId: UserId,
  now: Date,
): Promise<void> {
  const revisedAt = await advanceOwner(tx, organizationId, userId);
  const owner = organizationId ? { organizationId, organizationKeyId } : { userId };
  await tx.insert(ciphers).values(
    items.map(
      ({ itemId, in: _in, isFavorite: _favorite, isArchived: _archived, folderId: _folder, ...sealed }) => ({
        id: itemId,
        ...owner,
        ...sealed,
        importId,
        createdAt: revisedAt,
        revisedAt,
      }),
    ),
  );
  if (organizationId)
    await putEachIntoItsOwn(
      tx,
      organizationId,
      into,
      items.map(({ itemId, in: places }, at) => ({
        itemId,
        in: places,
        createdAt: new Date(Number(revisedAt) + at),
      })),
    );
  const marked = organizationId
    ? []
    : items.filter((item) => item.isFavorite || item.isArchived || item.folderId);
  if (marked.length > 0)
    await tx.insert(itemMarks).values(
      marked.map(({ itemId, isFavorite, isArchived, folderId }) => ({
        userId,
        itemId,
        isFavorite,
        folderId,
        archivedAt: isArchived ? now : null,
      })),
    );
}
