import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { attachments } from "@/db/schema/attachments";
import type { AttachmentId, ItemId } from "@/lib/domain/ids";
import { mayEditItem, mayReadItem } from "@/lib/domain/item/access";
import type { Look } from "@/lib/operations/access";
import { accessToItems } from "@/lib/operations/item/access";

type Target = { attachmentId: AttachmentId };

/** The item that a file belongs to; null where there is no such file. */
export async function itemIdOf(tx: Tx, attachmentId: AttachmentId): Promise<ItemId | null> {
  const [found] = await tx
    .select({ itemId: attachments.itemId })
    .from(attachments)
    .where(eq(attachments.id, attachmentId));
  return found?.itemId ?? null;
}

async function itemsOf({ attachmentId }: Target, { tx }: Pick<Look, "tx">): Promise<ItemId[]> {
  const itemId = await itemIdOf(tx, attachmentId);
  return itemId ? [itemId] : [];
}

/** People who may read the item that a file belongs to. */
export const attachmentReaders = accessToItems<Target>(
  "attachment_readers",
  ["attachmentId"],
  itemsOf,
  mayReadItem,
);

export const attachmentEditors = accessToItems<Target>(
  "attachment_editors",
  ["attachmentId"],
  itemsOf,
  mayEditItem,
);
