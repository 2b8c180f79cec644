import "server-only";
import { and, eq } from "drizzle-orm";
import { attachmentParts, attachments } from "@/db/schema/attachments";
import { AttachmentTarget } from "@/lib/domain/attachment/inputs";
import { partsOf } from "@/lib/domain/attachment/limits";
import { attachmentEditors } from "@/lib/operations/attachment/access";
import {
  filesChanged,
  lockAttachment,
  ownerOfAttachment,
} from "@/lib/operations/attachment/internal/the-item";
import { defineCommand } from "@/lib/operations/command";
import { NotFound, Refused } from "@/lib/operations/errors";
import { itemOf } from "@/lib/operations/item/access";
import { isUnderWay } from "@/lib/operations/item/internal/under-way";
import { done, doneUnrecorded } from "@/lib/operations/outcome";

/**
 * Makes a file whose parts have all come a file of its item. Sent a second time, it changes nothing.
 *
 * @throws {Refused} `attachment_incomplete`
 */
export const finishAttachment = defineCommand({
  name: "attachment.finish",
  input: AttachmentTarget,
  access: attachmentEditors,
  locks: ({ tx, actor, input }) => ownerOfAttachment(tx, actor, input),
  async run({ tx, actor, input: { attachmentId }, standing, now }) {
    const { itemId, size, finishedAt, importId } = await lockAttachment(tx, attachmentId);
    if (finishedAt) return doneUnrecorded({ attachmentId }, "the same request came before");
    const parts = await tx.$count(attachmentParts, eq(attachmentParts.attachmentId, attachmentId));
    if (parts !== partsOf(size)) throw new Refused("attachment_incomplete");
    const finished = await tx
      .update(attachments)
      .set({ finishedAt: now, begunBy: null })
      .where(and(eq(attachments.id, attachmentId), isUnderWay(now)))
      .returning({ id: attachments.id });
    if (finished.length === 0) throw new NotFound();
    const item = { itemId, organizationId: itemOf(standing).organizationId };
    const event = await filesChanged(tx, actor, item, "cipher.attachment_created", importId);
    return done({ attachmentId }, event);
  },
});
