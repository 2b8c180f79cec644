import { eq, notExists, sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { attachmentParts, attachments, partsToRemove } from "@/db/schema/attachments";
import { ciphers } from "@/db/schema/ciphers";
import { jobActor } from "@/lib/domain/actor";
import { partSize } from "@/lib/domain/attachment/limits";
import { AttachmentId } from "@/lib/domain/ids";
import { beginAttachment } from "@/lib/operations/attachment/begin-attachment";
import { deleteAttachment } from "@/lib/operations/attachment/delete-attachment";
import { finishAttachment } from "@/lib/operations/attachment/finish-attachment";
import { putAttachmentPart } from "@/lib/operations/attachment/put-attachment-part";
import { execute } from "@/lib/operations/command";
import { sweep } from "@/lib/operations/sweep/sweep";
import { openTestPostgres } from "@/test/database";
import { aCollection, aConfirmed, anItem, anOrganizationWith, anyId, aSealedFile } from "@/test/organization";
import { sealedText } from "@/test/people";
import { race, roundsOf, violationsIn } from "@/test/racing";

const { db, drop } = await openTestPostgres();
afterAll(drop);

const aWorld = () =>
  db.transaction(async (tx) => {
    const { organizationId } = await anOrganizationWith(tx);
    const { actor, memberId } = await aConfirmed(tx, organizationId, "user", `editor ${anyId()}`);
    const collectionId = await aCollection(tx, organizationId, { [memberId]: "edit" });
    const itemId = await anItem(tx, organizationId, [collectionId]);
    const [item] = await tx.select({ itemKey: ciphers.key }).from(ciphers).where(eq(ciphers.id, itemId));
    if (!item) throw new Error("it is there");
    return { actor, itemId, ...item };
  });

const whole = aSealedFile(partSize + 49);
const parts = [whole.slice(0, partSize), whole.slice(partSize)];
const sweepParts = () => execute(db, sweep, jobActor(), { what: "parts" });

/** A file whose parts come while it is deleted, begun again under its id, and swept. */
async function partsAtOnce(): Promise<string | null> {
  const { actor, itemId, itemKey } = await aWorld();
  const attachmentId = AttachmentId.parse(anyId());
  const file = { attachmentId, itemId, itemKey, key: sealedText(5), fileName: sealedText() };
  const begin = () => execute(db, beginAttachment, actor, { ...file, size: whole.length });
  const put = (number: number) => () =>
    execute(db, putAttachmentPart, actor, { attachmentId, number, bytes: parts[number] ?? whole });
  await begin();
  await put(0)();
  const remove = () => execute(db, deleteAttachment, actor, { attachmentId });
  const outcomes = await race([put(1), remove, put(0), begin, sweepParts, begin, put(1), put(0), sweepParts]);
  const broken = outcomes.filter((outcome) => outcome.startsWith("broken"));
  if (broken.length > 0) return broken.join("; ");

  const itsFile = db
    .select({ one: sql`1` })
    .from(attachments)
    .where(eq(attachments.id, attachmentParts.attachmentId));
  const word = await db.$count(partsToRemove, eq(partsToRemove.attachmentId, attachmentId));
  const lost = await db.$count(attachmentParts, notExists(itsFile));
  if (lost > 0 && word === 0) return `${lost} parts are left that nobody takes away`;
  const isThere = (await db.$count(attachments, eq(attachments.id, attachmentId))) > 0;
  if (isThere && word > 0) return "the parts of a file that is there are to be taken away";
  if (isThere) {
    // What came of it under this id is its own, and it can be finished.
    for (const number of [0, 1]) await put(number)();
    await execute(db, finishAttachment, actor, { attachmentId });
  }
  while ((await sweepParts()).isMoreLikely);
  await sweepParts();
  return (await db.$count(attachmentParts, eq(attachmentParts.attachmentId, attachmentId))) ===
    (isThere ? 2 : 0)
    ? null
    : "a file has not the parts that it should";
}

test("parts that come while their file goes are left to nobody, and no other file has them", async () => {
  expect(await violationsIn(roundsOf(60), partsAtOnce)).toEqual([]);
});
