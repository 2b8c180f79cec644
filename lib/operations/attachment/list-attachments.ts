import "server-only";
import { and, inArray, isNotNull } from "drizzle-orm";
import { attachments } from "@/db/schema/attachments";
import { ListAttachments } from "@/lib/domain/attachment/inputs";
import { readersOfItems } from "@/lib/operations/item/access";
import { defineQuery } from "@/lib/operations/query";

/** The files of items of one owner, sealed: what they are called, how large they are and the key of each. */
export const listAttachments = defineQuery({
  name: "attachment.list",
  input: ListAttachments,
  access: readersOfItems,
  read: ({ tx, input: { itemIds } }) =>
    tx
      .select({
        id: attachments.id,
        itemId: attachments.itemId,
        key: attachments.key,
        fileName: attachments.fileName,
        size: attachments.size,
        addedAt: attachments.finishedAt,
      })
      .from(attachments)
      .where(and(inArray(attachments.itemId, itemIds), isNotNull(attachments.finishedAt)))
      .orderBy(attachments.finishedAt, attachments.id),
});
