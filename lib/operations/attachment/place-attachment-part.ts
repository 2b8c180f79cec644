import "server-only";
import { randomUUID } from "node:crypto";
import { objectsToRemove } from "@/db/schema/attachments";
import { PutAttachmentPart } from "@/lib/domain/attachment/inputs";
import { placedForMs } from "@/lib/domain/attachment/limits";
import { attachmentEditors } from "@/lib/operations/attachment/access";
import { expectPart } from "@/lib/operations/attachment/internal/expect-part";
import { defineCommand } from "@/lib/operations/command";
import { doneUnrecorded } from "@/lib/operations/outcome";

/**
 * Says what a part is to be called in the bucket, before it is put there: whatever becomes of it then, the bucket is rid
 * of it again unless a part has it within the hour.
 *
 * @throws {Refused} `attachment_incomplete`
 */
export const placeAttachmentPart = defineCommand({
  name: "attachment.place_part",
  input: PutAttachmentPart,
  access: attachmentEditors,
  async run({ tx, input, now }) {
    await expectPart(tx, input, now);
    const objectId = randomUUID();
    await tx.insert(objectsToRemove).values({ id: objectId, dueAt: new Date(Number(now) + placedForMs) });
    return doneUnrecorded({ objectId }, "the log says so once all of the file has come");
  },
});
