import "server-only";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import { attachments } from "@/db/schema/attachments";
import { encType } from "@/lib/crypto/enc-string";
import type { PutAttachmentPart } from "@/lib/domain/attachment/inputs";
import { sizeOfPart } from "@/lib/domain/attachment/limits";
import { NotFound, Refused } from "@/lib/operations/errors";
import { isUnderWay } from "@/lib/operations/item/internal/under-way";

/**
 * Makes sure that what has come is a part of a file that is being uploaded, holds the file, and has the upload wait anew.
 *
 * @throws {Refused} `attachment_incomplete` when it is not as long as that part has to be, or begins no sealed file.
 */
export async function expectPart(
  tx: Tx,
  { attachmentId, number, bytes }: z.output<typeof PutAttachmentPart>,
  now: Date,
): Promise<void> {
  const [file] = await tx
    .update(attachments)
    .set({ lastPartAt: now })
    .where(and(eq(attachments.id, attachmentId), isUnderWay(now)))
    .returning({ size: attachments.size });
  if (!file) throw new NotFound();
  const isWhole = bytes.length > 0 && bytes.length === sizeOfPart(file.size, number);
  if (!isWhole || (number === 0 && bytes[0] !== encType)) throw new Refused("attachment_incomplete");
}
