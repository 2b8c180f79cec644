import "server-only";
import { and, eq, gt, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { attachmentParts, objectsToRemove } from "@/db/schema/attachments";
import { theBucket } from "@/lib/bucket/the-bucket";
import { PutAttachmentPart } from "@/lib/domain/attachment/inputs";
import { partsAnHour } from "@/lib/domain/attachment/limits";
import { attachmentEditors } from "@/lib/operations/attachment/access";
import { expectPart } from "@/lib/operations/attachment/internal/expect-part";
import { placeAttachmentPart } from "@/lib/operations/attachment/place-attachment-part";
import { defineCommand, execute } from "@/lib/operations/command";
import { Refused } from "@/lib/operations/errors";
import { askerOf } from "@/lib/operations/limits";
import { doneUnrecorded } from "@/lib/operations/outcome";

/**
 * Keeps one part of a file that is being uploaded, in the bucket if the instance has one. A part that comes again takes
 * the place of the first.
 *
 * @throws {Refused} `attachment_incomplete` when it is not as long as that part has to be, or begins no sealed file.
 * @throws {BucketAway} when the bucket did not take it.
 */
export const putAttachmentPart = defineCommand({
  name: "attachment.put_part",
  input: PutAttachmentPart,
  access: attachmentEditors,
  // Each takes its place anew, also in the place of one that was sent before.
  throttle: ({ actor }) => [
    { what: "attachment_parts", by: askerOf(actor), points: partsAnHour, seconds: 3600 },
  ],
  // A bucket may be slow, and no transaction waits for it.
  async prepare({ db, actor, input }) {
    const bucket = await theBucket();
    if (!bucket) return null;
    const { objectId } = await execute(db, placeAttachmentPart, actor, input);
    await bucket.put(objectId, input.bytes);
    return objectId;
  },
  async run({ tx, input, prepared: objectId, now }) {
    await expectPart(tx, input, now);
    if (objectId) await keepObject(tx, objectId, now);
    const { attachmentId, number, bytes } = input;
    await tx
      .insert(attachmentParts)
      .values({ attachmentId, number, bytes: objectId ? null : bytes, objectId })
      .onConflictDoUpdate({
        target: [attachmentParts.attachmentId, attachmentParts.number],
        set: { bytes: sql`excluded.bytes`, objectId: sql`excluded.object_id` },
      });
    return doneUnrecorded({ number }, "the log says so once all of it has come");
  },
});

/** Has an object stay in the bucket. One that took too long to be put there may be gone again. */
async function keepObject(tx: Tx, objectId: string, now: Date): Promise<void> {
  const kept = await tx
    .delete(objectsToRemove)
    .where(and(eq(objectsToRemove.id, objectId), gt(objectsToRemove.dueAt, now)))
    .returning({ id: objectsToRemove.id });
  if (kept.length === 0) throw new Refused("attachment_incomplete");
}
