import { z } from "zod";
import { isSealedFileSize } from "@/lib/crypto/file-size";
import { attachmentsOfItem, largestSealedFile, partsOf } from "@/lib/domain/attachment/limits";
import { AttachmentId, ImportId, ItemId } from "@/lib/domain/ids";
import { encString, SealedSymmetricKey } from "@/lib/domain/sealed";
import { noneTwice, selected } from "@/lib/domain/selection";

export const AttachmentTarget = z.object({ attachmentId: AttachmentId });

/** A file's own key and its name, both under the key of its item. Protocol chapter 1.7. */
const sealedParts = { key: SealedSymmetricKey, fileName: encString() };

/** The browser makes the id, so that sending twice begins once. `size` is that of the sealed file. */
export const BeginAttachment = AttachmentTarget.extend({
  itemId: ItemId,
  /** The item's key as it was served: what is sealed under another one would open to nobody. */
  itemKey: SealedSymmetricKey,
  ...sealedParts,
  size: z
    .int()
    .max(largestSealedFile, { error: "too_large" })
    .refine(isSealedFileSize, { error: "not_sealed" }),
  /** Of a file that comes with an import, as its item did: which import that is, and which of the item's files. */
  imported: z
    .object({
      importId: ImportId,
      number: z
        .int()
        .min(0)
        .max(attachmentsOfItem - 1),
    })
    .optional(),
});

/** Which part of a sealed file, from 0. */
export const AttachmentPart = AttachmentTarget.extend({
  number: z.coerce
    .number()
    .int()
    .min(0)
    .max(partsOf(largestSealedFile) - 1),
});

export const PutAttachmentPart = AttachmentPart.extend({ bytes: z.instanceof(Uint8Array<ArrayBuffer>) });

/** Whose attachments are asked for. */
export const ListAttachments = z.object({
  itemIds: selected(ItemId).refine(noneTwice, { error: "invalid" }),
});

/** An item's attachments as they are sealed anew with it: all of them, each once. */
export const AttachmentsAnew = z
  .array(z.object({ id: AttachmentId, ...sealedParts }))
  .max(1000, { error: "too_many" })
  .refine((all) => noneTwice(all.map(({ id }) => id)), { error: "invalid" })
  .default([]);
