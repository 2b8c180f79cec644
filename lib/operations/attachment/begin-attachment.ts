import "server-only";
import { and, eq } from "drizzle-orm";
import { attachments, partsToRemove } from "@/db/schema/attachments";
import { BeginAttachment } from "@/lib/domain/attachment/inputs";
import {
  mayAttachAnother,
  mayStoreMore,
  mayUploadAnother,
  uploadsAnHour,
} from "@/lib/domain/attachment/limits";
import { all } from "@/lib/domain/decision";
import { personOf } from "@/lib/operations/account/access";
import { readyImported } from "@/lib/operations/attachment/internal/ready-imported";
import { lockItem, organizationOfItem } from "@/lib/operations/attachment/internal/the-item";
import { assertAllowed, defineCommand } from "@/lib/operations/command";
import { NotFound, Refused } from "@/lib/operations/errors";
import { itemEditors } from "@/lib/operations/item/access";
import { storageOf } from "@/lib/operations/item/internal/storage-of";
import { isUnderWay, takesRoom } from "@/lib/operations/item/internal/under-way";
import { ownAccount } from "@/lib/operations/locks";
import { madeBefore } from "@/lib/operations/made-before";
import { doneUnrecorded } from "@/lib/operations/outcome";

/**
 * Begins to take a sealed file of an item, of the size that is named: room is kept for it from now on. Its parts come
 * one by one, and nobody is served any before it is finished. A file of an import is there once: one that has come before
 * is answered as finished, and one that is under way begins anew.
 *
 * @throws {Refused} `item_out_of_date` when the item has another key than the file's is sealed under.
 */
export const beginAttachment = defineCommand({
  name: "attachment.begin",
  input: BeginAttachment,
  access: itemEditors,
  // What the person has under way is counted, and what the owner's files take.
  locks: async ({ tx, actor, input: { itemId } }) => [
    ...ownAccount(actor),
    ...(await organizationOfItem(tx, itemId)),
  ],
  quota: ({ actor }) => [
    { what: "attachments", about: personOf(actor), points: uploadsAnHour, seconds: 3600 },
  ],
  async run({ tx, actor, input, now }) {
    const { attachmentId, itemId, itemKey, key, fileName, size, imported } = input;
    const item = await lockItem(tx, itemId);
    if (item.key !== itemKey) throw new Refused("item_out_of_date");
    const known = await tx.select().from(attachments).where(eq(attachments.id, attachmentId));
    const same = madeBefore(known, (before) => before.itemId === itemId);
    if (same)
      return doneUnrecorded(
        { attachmentId, isFinished: same.finishedAt !== null },
        "the same request came before",
      );
    const came = imported
      ? await readyImported(tx, { itemId, ...imported }, item, personOf(actor), now)
      : null;
    if (came) return doneUnrecorded({ attachmentId: came, isFinished: true }, "it came before");

    const owner = { organizationId: item.organizationId, userId: item.userId };
    const room = {
      owner: item.organizationId ? ("organization" as const) : ("person" as const),
      used: await storageOf(tx, owner, now),
      more: size,
    };
    const begunBy = personOf(actor);
    const there = await tx.$count(attachments, and(eq(attachments.itemId, itemId), takesRoom(now)));
    const underWay = await tx.$count(attachments, and(eq(attachments.begunBy, begunBy), isUnderWay(now)));
    assertAllowed(all(mayUploadAnother(underWay), mayAttachAnother(there), mayStoreMore(room)));
    await tx.insert(attachments).values({
      id: attachmentId,
      itemId,
      ...owner,
      key,
      fileName,
      size,
      begunBy,
      begunAt: now,
      importId: imported?.importId,
      importNumber: imported?.number,
    });
    // Parts of a file that had this id may still be there, and the sweep would take those of this one with them. It is
    // looked for after the insert, which has waited for whoever deletes that file at the same moment.
    if ((await tx.$count(partsToRemove, eq(partsToRemove.attachmentId, attachmentId))) > 0)
      throw new NotFound();
    return doneUnrecorded({ attachmentId, isFinished: false }, "the log says so once all of it has come");
  },
});
