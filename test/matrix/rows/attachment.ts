import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { ciphers } from "@/db/schema/ciphers";
import { beginAttachment } from "@/lib/operations/attachment/begin-attachment";
import { deleteAttachment } from "@/lib/operations/attachment/delete-attachment";
import { finishAttachment } from "@/lib/operations/attachment/finish-attachment";
import { getAttachmentPart } from "@/lib/operations/attachment/get-attachment-part";
import { listAttachments } from "@/lib/operations/attachment/list-attachments";
import { listObjectsToRemove } from "@/lib/operations/attachment/list-objects-to-remove";
import { placeAttachmentPart } from "@/lib/operations/attachment/place-attachment-part";
import { putAttachmentPart } from "@/lib/operations/attachment/put-attachment-part";
import { settleObjects } from "@/lib/operations/attachment/settle-objects";
import { forInstance, inConsole } from "@/test/matrix/expected";
import { type Given, row } from "@/test/matrix/row";
import { anAttachment, aSealedFile } from "@/test/organization";
import { sealedText } from "@/test/people";

/** Whoever reads an item reads its files, and whoever edits it adds and deletes them. */
const all = ["owner", "admin", "visitors", "custom: edit_any_collection"] as const;
const editors = inConsole([...all, "edit", "edit_hidden", "manage"]);
const readers = inConsole([...all, "view", "view_hidden", "edit", "edit_hidden", "manage"]);

const administrators = forInstance("administrator");

const aFile = async ({ tx, itemId }: Given) => ({ attachmentId: await anAttachment(tx, itemId) });
const anUpload = async ({ tx, itemId }: Given) => ({
  attachmentId: await anAttachment(tx, itemId, { finishedAt: null }),
});

export const rows = [
  row(beginAttachment, editors).with(async ({ tx, itemId }) => {
    const [item] = await tx.select().from(ciphers).where(eq(ciphers.id, itemId));
    const sealed = { key: sealedText(5), fileName: sealedText(), size: 65 };
    return { attachmentId: randomUUID(), itemId, itemKey: item?.key ?? sealedText(5), ...sealed };
  }),
  row(putAttachmentPart, editors).with(async (given) => ({
    ...(await anUpload(given)),
    number: 0,
    bytes: aSealedFile(),
  })),
  row(placeAttachmentPart, editors).with(async (given) => ({
    ...(await anUpload(given)),
    number: 0,
    bytes: aSealedFile(),
  })),
  row(listObjectsToRemove, administrators).with(() => ({ before: new Date() })),
  row(settleObjects, administrators).with(() => ({ removed: [], kept: [] })),
  row(finishAttachment, editors).with(anUpload),
  row(deleteAttachment, editors).with(aFile),
  row(listAttachments, readers).with(({ itemId }) => ({ itemIds: [itemId] })),
  row(getAttachmentPart, readers).with(async (given) => ({ ...(await aFile(given)), number: 0 })),
];
