import "server-only";
import { and, eq } from "drizzle-orm";
import { attachmentParts, attachments } from "@/db/schema/attachments";
import { ciphers } from "@/db/schema/ciphers";
import { AttachmentTarget } from "@/lib/domain/attachment/inputs";
import { partsOf } from "@/lib/domain/attachment/limits";
import { personOf } from "@/lib/operations/account/access";
import { attachmentEditors } from "@/lib/operations/attachment/access";
import { itemIdOf, lockAttachment } from "@/lib/operations/attachment/internal/the-item";
import { defineCommand } from "@/lib/operations/command";
import { NotFound, Refused } from "@/lib/operations/errors";
import { itemOf } from "@/lib/operations/item/access";
import { ownerOfItems } from "@/lib/operations/item/internal/lock-owner";
import { isUnderWay } from "@/lib/operations/item/internal/under-way";
import { done, doneUnrecorded } from "@/lib/operations/outcome";
import { advanceOwner } from "@/lib/operations/revision/internal/advance";

/**
 * Makes a file whose parts have all come a file of its item. Sent a second time, it changes nothing.
 *
 * @throws {Refused} `attachment_incomplete`
 */
export const finishAttachment = defineCommand({
  name: "attachment.finish",
  input: AttachmentTarget,
  access: attachmentEditors,
  locks: async ({ tx, actor, input: { attachmentId } }) => {
    const itemId = await itemIdOf(tx, attachmentId);
    return itemId ? ownerOfItems(tx, actor, [itemId]) : [];
  },
  async run({ tx, actor, input: { attachmentId }, standing, now }) {
    const { itemId, size, finishedAt } = await lockAttachment(tx, attachmentId);
    if (finishedAt) return doneUnrecorded({ attachmentId }, "the same request came before");
    const parts = await tx.$count(attachmentParts, eq(attachmentParts.attachmentId, attachmentId));
    if (parts !== partsOf(size)) throw new Refused("attachment_incomplete");
    const { organizationId } = itemOf(standing);
    const userId = personOf(actor);
    const finished = await tx
      .update(attachments)
      .set({ finishedAt: now, begunBy: null })
      .where(and(eq(attachments.id, attachmentId), isUnderWay(now)))
      .returning({ id: attachments.id });
    if (finished.length === 0) throw new NotFound();
    const revisedAt = await advanceOwner(tx, organizationId, userId);
    await tx.update(ciphers).set({ revisedAt }).where(eq(ciphers.id, itemId));
    return done(
      { attachmentId },
      { type: "cipher.attachment_created", itemId, ...(organizationId ? { organizationId } : { userId }) },
    );
  },
});
