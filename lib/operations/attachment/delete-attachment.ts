import "server-only";
import { eq } from "drizzle-orm";
import { attachments } from "@/db/schema/attachments";
import { ciphers } from "@/db/schema/ciphers";
import { AttachmentTarget } from "@/lib/domain/attachment/inputs";
import { personOf } from "@/lib/operations/account/access";
import { attachmentEditors } from "@/lib/operations/attachment/access";
import { itemIdOf, lockAttachment } from "@/lib/operations/attachment/internal/the-item";
import { defineCommand } from "@/lib/operations/command";
import { itemOf } from "@/lib/operations/item/access";
import { ownerOfItems } from "@/lib/operations/item/internal/lock-owner";
import { done, doneUnrecorded } from "@/lib/operations/outcome";
import { advanceOwner } from "@/lib/operations/revision/internal/advance";

/** Deletes a file of an item for good, or gives up one that is being uploaded. */
export const deleteAttachment = defineCommand({
  name: "attachment.delete",
  input: AttachmentTarget,
  access: attachmentEditors,
  locks: async ({ tx, actor, input: { attachmentId } }) => {
    const itemId = await itemIdOf(tx, attachmentId);
    return itemId ? ownerOfItems(tx, actor, [itemId]) : [];
  },
  async run({ tx, actor, input: { attachmentId }, standing }) {
    const { itemId, finishedAt } = await lockAttachment(tx, attachmentId);
    await tx.delete(attachments).where(eq(attachments.id, attachmentId));
    if (!finishedAt) return doneUnrecorded({ attachmentId }, "it was never a file of the item");
    const { organizationId } = itemOf(standing);
    const userId = personOf(actor);
    const revisedAt = await advanceOwner(tx, organizationId, userId);
    await tx.update(ciphers).set({ revisedAt }).where(eq(ciphers.id, itemId));
    return done(
      { attachmentId },
      { type: "cipher.attachment_deleted", itemId, ...(organizationId ? { organizationId } : { userId }) },
    );
  },
});
