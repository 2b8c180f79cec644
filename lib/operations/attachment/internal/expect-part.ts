import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import { attachments } from "@/db/schema/attachments";
import { encType } from "@/lib/crypto/enc-string";
import type { PutAttachmentPart } from "@/lib/domain/attachment/inputs";
import { sizeOfPart } from "@/lib/domain/attachment/limits";
import { NotFound, Refused } from "@/lib/operations/errors";

/**
 * Makes sure that what has come is a part of a file that is being uploaded, and holds the file.
 *
 * @throws {Refused} `attachment_incomplete` when it is not as long as that part has to be, or begins no sealed file.
 */
export async function expectPart(
  tx: Tx,
  { attachmentId, number, bytes }: z.output<typeof PutAttachmentPart>,
): Promise<void> {
  const [file] = await tx
    .select({ size: attachments.size })
    .from(attachments)
    .where(and(eq(attachments.id, attachmentId), isNull(attachments.finishedAt)))
    .for("share");
  if (!file) throw new NotFound();
  const isWhole = bytes.length > 0 && bytes.length === sizeOfPart(file.size, number);
  if (!isWhole || (number === 0 && bytes[0] !== encType)) throw new Refused("attachment_incomplete");
}
