import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { attachmentParts, attachments } from "@/db/schema/attachments";
import { encType } from "@/lib/crypto/enc-string";
import { PutAttachmentPart } from "@/lib/domain/attachment/inputs";
import { sizeOfPart } from "@/lib/domain/attachment/limits";
import { attachmentEditors } from "@/lib/operations/attachment/access";
import { defineCommand } from "@/lib/operations/command";
import { NotFound, Refused } from "@/lib/operations/errors";
import { doneUnrecorded } from "@/lib/operations/outcome";

/**
 * Keeps one part of a file that is being uploaded. A part that comes again takes the place of the first.
 *
 * @throws {Refused} `attachment_incomplete` when it is not as long as that part has to be, or begins no sealed file.
 */
export const putAttachmentPart = defineCommand({
  name: "attachment.put_part",
  input: PutAttachmentPart,
  access: attachmentEditors,
  async run({ tx, input: { attachmentId, number, bytes } }) {
    const [file] = await tx
      .select({ size: attachments.size })
      .from(attachments)
      .where(and(eq(attachments.id, attachmentId), sql`${attachments.finishedAt} is null`))
      .for("share");
    if (!file) throw new NotFound();
    const isWhole = bytes.length > 0 && bytes.length === sizeOfPart(file.size, number);
    if (!isWhole || (number === 0 && bytes[0] !== encType)) throw new Refused("attachment_incomplete");
    await tx
      .insert(attachmentParts)
      .values({ attachmentId, number, bytes })
      .onConflictDoUpdate({
        target: [attachmentParts.attachmentId, attachmentParts.number],
        set: { bytes: sql`excluded.bytes` },
      });
    return doneUnrecorded({ number }, "the log says so once all of it has come");
  },
});
