import "server-only";
import { and, eq, isNotNull } from "drizzle-orm";
import { attachmentParts, attachments } from "@/db/schema/attachments";
import { AttachmentPart } from "@/lib/domain/attachment/inputs";
import { attachmentReaders } from "@/lib/operations/attachment/access";
import { NotFound } from "@/lib/operations/errors";
import { defineQuery } from "@/lib/operations/query";

/** One part of a sealed file, or what it is called in the bucket. Whoever may read the item is judged again for each. */
export const getAttachmentPart = defineQuery({
  name: "attachment.get_part",
  input: AttachmentPart,
  access: attachmentReaders,
  async read({ tx, input: { attachmentId, number } }) {
    const [part] = await tx
      .select({ bytes: attachmentParts.bytes, objectId: attachmentParts.objectId })
      .from(attachmentParts)
      .innerJoin(attachments, eq(attachments.id, attachmentParts.attachmentId))
      .where(
        and(
          eq(attachmentParts.attachmentId, attachmentId),
          eq(attachmentParts.number, number),
          isNotNull(attachments.finishedAt),
        ),
      );
    if (!part) throw new NotFound();
    return part;
  },
});
