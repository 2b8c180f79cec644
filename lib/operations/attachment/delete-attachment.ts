import "server-only";
import { eq } from "drizzle-orm";
import { attachments } from "@/db/schema/attachments";
import { AttachmentTarget } from "@/lib/domain/attachment/inputs";
import { attachmentEditors } from "@/lib/operations/attachment/access";
import {
  filesChanged,
  lockAttachment,
  ownerOfAttachment,
} from "@/lib/operations/attachment/internal/the-item";
import { defineCommand } from "@/lib/operations/command";
import { itemOf } from "@/lib/operations/item/access";
import { done, doneUnrecorded } from "@/lib/operations/outcome";

/** Deletes a file of an item for good, or gives up one that is being uploaded. */
export const deleteAttachment = defineCommand({
  name: "attachment.delete",
  input: AttachmentTarget,
  access: attachmentEditors,
  locks: ({ tx, actor, input }) => ownerOfAttachment(tx, actor, input),
  async run({ tx, actor, input: { attachmentId }, standing }) {
    const { itemId, finishedAt } = await lockAttachment(tx, attachmentId);
    await tx.delete(attachments).where(eq(attachments.id, attachmentId));
    if (!finishedAt) return doneUnrecorded({ attachmentId }, "it was never a file of the item");
    const item = { itemId, organizationId: itemOf(standing).organizationId };
    return done({ attachmentId }, await filesChanged(tx, actor, item, "cipher.attachment_deleted"));
  },
});
