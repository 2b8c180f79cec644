import "server-only";
import { eq } from "drizzle-orm";
import { attachments } from "@/db/schema/attachments";
import type { AttachmentId } from "@/lib/domain/ids";
import { mayEditItem, mayReadItem } from "@/lib/domain/item/access";
import type { Look } from "@/lib/operations/access";
import { accessToItems } from "@/lib/operations/item/access";

type Target = { attachmentId: AttachmentId };

const itemsOf = async ({ attachmentId }: Target, { tx }: Pick<Look, "tx">) =>
  (
    await tx.select({ itemId: attachments.itemId }).from(attachments).where(eq(attachments.id, attachmentId))
  ).map(({ itemId }) => itemId);

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
