import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, vi } from "vitest";
import type { Tx } from "@/db/client";
import { attachmentParts, attachments } from "@/db/schema/attachments";
import { ciphers } from "@/db/schema/ciphers";
import { events } from "@/db/schema/events";
import { rateLimits } from "@/db/schema/rate-limits";
import { type Bucket, openBucket } from "@/lib/bucket/bucket";
import { bytesOfPart } from "@/lib/bucket/bytes-of-part";
import { jobActor } from "@/lib/domain/actor";
import {
  attachmentsOfItem,
  largestSealedFile,
  partSize,
  partsAnHour,
  partsOf,
  storageOfOwner,
  uploadsAtOnce,
  uploadWaitsMs,
} from "@/lib/domain/attachment/limits";
import { AttachmentId, type ItemId } from "@/lib/domain/ids";
import { beginAttachment } from "@/lib/operations/attachment/begin-attachment";
import { deleteAttachment } from "@/lib/operations/attachment/delete-attachment";
import { finishAttachment } from "@/lib/operations/attachment/finish-attachment";
import { getAttachmentPart } from "@/lib/operations/attachment/get-attachment-part";
import { listAttachments } from "@/lib/operations/attachment/list-attachments";
import { putAttachmentPart } from "@/lib/operations/attachment/put-attachment-part";
import { execute } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { deleteItems } from "@/lib/operations/item/delete-items";
import { restoreItems } from "@/lib/operations/item/restore-items";
import { trashItems } from "@/lib/operations/item/trash-items";
import { updateItem } from "@/lib/operations/item/update-item";
import { ask } from "@/lib/operations/query";
import { sweep } from "@/lib/operations/sweep/sweep";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { anEdit, anOwnItem } from "@/test/items";
import {
  aCollection,
  aConfirmed,
  anAttachment,
  anItem,
  anOrganizationWith,
  anyId,
  aSealedFile,
} from "@/test/organization";
import { aPerson, type Person, sealedText } from "@/test/people";
import { anEnterprise, aPolicy } from "@/test/policies";
import { startS3 } from "@/test/s3";

const kept = vi.hoisted(() => ({ bucket: null as Bucket | null }));
vi.mock("@/lib/bucket/the-bucket", () => ({ theBucket: async () => kept.bucket }));

let s3: Awaited<ReturnType<typeof startS3>>;
beforeAll(async () => {
  s3 = await startS3();
});
afterAll(() => s3.stop());

/** Has so many milliseconds go by for all files. */
const wait = (tx: Tx, ms: number) =>
  tx.update(attachments).set({
    begunAt: sql`${attachments.begunAt} - make_interval(secs => ${ms / 1000})`,
    lastPartAt: sql`${attachments.lastPartAt} - make_interval(secs => ${ms / 1000})`,
  });

/** An item that one member edits and another only views. */
async function aWorld(tx: Tx) {
  const { organizationId } = await anOrganizationWith(tx);
  const editor = await aConfirmed(tx, organizationId, "user", "Ravi Menon");
  const reader = await aConfirmed(tx, organizationId, "user", "Lee Park");
  const grants = { [editor.memberId]: "edit", [reader.memberId]: "view" } as const;
  const itemId = await anItem(tx, organizationId, [await aCollection(tx, organizationId, grants)]);
  return { organizationId, editor, reader, itemId, stranger: await aPerson(tx, "Stranger") };
}

const rowOf = async (tx: Tx, itemId: ItemId) => {
  const [row] = await tx.select().from(ciphers).where(eq(ciphers.id, itemId));
  if (!row) throw new Error("it is there");
  return row;
};

async function begun(tx: Tx, itemId: ItemId, size = 65) {
  const { key: itemKey } = await rowOf(tx, itemId);
  const attachmentId = AttachmentId.parse(anyId());
  return { attachmentId, itemId, itemKey, key: sealedText(5), fileName: sealedText(), size };
}

async function uploaded(tx: Tx, { actor }: Pick<Person, "actor">, itemId: ItemId) {
  const input = await begun(tx, itemId);
  await execute(tx, beginAttachment, actor, input);
  const { attachmentId } = input;
  await execute(tx, putAttachmentPart, actor, { attachmentId, number: 0, bytes: aSealedFile() });
  await execute(tx, finishAttachment, actor, { attachmentId });
  return input;
}

const typesOf = async (tx: Tx) =>
  (await tx.select({ type: events.type }).from(events).orderBy(events.sequence)).map(({ type }) => type);

describe.each(["the database", "a bucket"])("a file of an item, kept in %s,", (place) => {
  beforeEach(() => {
    kept.bucket = place === "a bucket" ? openBucket(s3.settings) : null;
    s3.objects.clear();
  });

  test("comes in parts, in any order and twice where an answer was lost, and is served once it is whole", async ({
    tx,
  }) => {
    const { editor, reader, itemId } = await aWorld(tx);
    const before = await rowOf(tx, itemId);
    const input = await begun(tx, itemId, partSize + 49);
    const { attachmentId } = input;
    const bytes = aSealedFile(input.size);
    const last = { attachmentId, number: 1, bytes: bytes.slice(partSize) };
    const first = { attachmentId, number: 0, bytes: bytes.slice(0, partSize) };
    for (const _ of [1, 2]) await execute(tx, beginAttachment, editor.actor, input);
    await execute(tx, putAttachmentPart, editor.actor, last);
    await expectRefused(tx, finishAttachment, editor.actor, { attachmentId }, "attachment_incomplete");
    for (const _ of [1, 2]) await execute(tx, putAttachmentPart, editor.actor, first);
    const part = { attachmentId, number: 0 };
    await expect(ask(tx, getAttachmentPart, editor.actor, part)).rejects.toThrow(NotFound);
    expect(await ask(tx, listAttachments, editor.actor, { itemIds: [itemId] })).toEqual([]);
    expect(await typesOf(tx)).toEqual([]);

    for (const _ of [1, 2]) await execute(tx, finishAttachment, editor.actor, { attachmentId });
    expect(await typesOf(tx)).toEqual(["cipher.attachment_created"]);
    expect(Number((await rowOf(tx, itemId)).revisedAt)).toBeGreaterThan(Number(before.revisedAt));
    const { key, fileName, size } = input;
    expect(await ask(tx, listAttachments, reader.actor, { itemIds: [itemId] })).toEqual([
      { id: attachmentId, itemId, key, fileName, size, addedAt: expect.any(Date) },
    ]);
    for (const { number, bytes } of [first, last]) {
      const part = await ask(tx, getAttachmentPart, reader.actor, { attachmentId, number: String(number) });
      expect(Buffer.compare(await bytesOfPart(part), bytes)).toBe(0);
      expect(part.bytes === null).toBe(place === "a bucket");
    }
    await expectRefused(tx, putAttachmentPart, editor.actor, first, "not_found");
    await expect(ask(tx, getAttachmentPart, reader.actor, { attachmentId, number: 2 })).rejects.toThrow(
      NotFound,
    );
  });

  test("has no parts beyond those of the largest file, however large a number is asked for", async ({
    tx,
  }) => {
    const { reader, itemId } = await aWorld(tx);
    const attachmentId = await anAttachment(tx, itemId);
    const get = (number: number) => ask(tx, getAttachmentPart, reader.actor, { attachmentId, number });
    const most = partsOf(largestSealedFile);
    await expect(get(most - 1)).rejects.toThrow(NotFound);
    for (const number of [most, 2 ** 31, Number.MAX_SAFE_INTEGER])
      await expect(get(number)).rejects.toMatchObject({ issues: [{ code: "too_big", path: ["number"] }] });
  });

  test("is taken in parts of the right size alone, and begins as a sealed file does", async ({ tx }) => {
    const { editor, itemId } = await aWorld(tx);
    const input = await begun(tx, itemId, 81);
    await execute(tx, beginAttachment, editor.actor, input);
    const { attachmentId } = input;
    const plain = aSealedFile(81).fill(0, 0, 1);
    for (const [number, bytes] of [
      [0, aSealedFile(80)],
      [0, aSealedFile(82)],
      [1, aSealedFile(16)],
      [1, new Uint8Array(0)],
      [0, plain],
    ] as const)
      await expectRefused(
        tx,
        putAttachmentPart,
        editor.actor,
        { attachmentId, number, bytes },
        "attachment_incomplete",
      );
    expect(await tx.$count(attachmentParts)).toBe(0);
    expect(s3.objects.size).toBe(0);
    const wrong = { ...(await begun(tx, itemId)), size: 66 };
    await expect(execute(tx, beginAttachment, editor.actor, wrong)).rejects.toThrow("not_sealed");
    const large = { ...wrong, size: 100 * 1024 * 1024 + 65 + 16 };
    await expect(execute(tx, beginAttachment, editor.actor, large)).rejects.toThrow("too_large");
  });

  test("comes in so many parts within an hour, whatever place they take", async ({ tx }) => {
    const { editor, itemId } = await aWorld(tx);
    const input = await begun(tx, itemId);
    await execute(tx, beginAttachment, editor.actor, input);
    const part = { attachmentId: input.attachmentId, number: 0, bytes: aSealedFile() };
    await execute(tx, putAttachmentPart, editor.actor, part);
    await tx.update(rateLimits).set({ points: partsAnHour - 1 });
    await execute(tx, putAttachmentPart, editor.actor, part);
    await expectRefused(tx, putAttachmentPart, editor.actor, part, "too_many_attempts");
  });

  test("is added and deleted by whoever edits the item, and nobody else hears of it", async ({ tx }) => {
    const { editor, reader, stranger, itemId } = await aWorld(tx);
    const { attachmentId } = await uploaded(tx, editor, itemId);
    const waiting = await begun(tx, itemId);
    await execute(tx, beginAttachment, editor.actor, waiting);
    const part = { attachmentId: waiting.attachmentId, number: 0, bytes: aSealedFile() };
    for (const { actor } of [reader, stranger]) {
      await expectRefused(tx, beginAttachment, actor, await begun(tx, itemId), "not_found");
      await expectRefused(tx, putAttachmentPart, actor, part, "not_found");
      expect(s3.objects.size).toBe(place === "a bucket" ? 1 : 0);
      await expectRefused(tx, finishAttachment, actor, { attachmentId }, "not_found");
      await expectRefused(tx, deleteAttachment, actor, { attachmentId }, "not_found");
    }
    await expect(ask(tx, getAttachmentPart, stranger.actor, { attachmentId, number: 0 })).rejects.toThrow(
      NotFound,
    );
    await expect(ask(tx, listAttachments, stranger.actor, { itemIds: [itemId] })).rejects.toThrow(NotFound);
    await execute(tx, deleteAttachment, editor.actor, { attachmentId });
    await execute(tx, deleteAttachment, editor.actor, { attachmentId: waiting.attachmentId });
    expect(await tx.$count(attachments)).toBe(0);
    expect(await typesOf(tx)).toEqual(["cipher.attachment_created", "cipher.attachment_deleted"]);
  });

  test("is sealed under the key that the item has, and an item with one keeps its key", async ({ tx }) => {
    const { editor, itemId } = await aWorld(tx);
    const other = { ...(await begun(tx, itemId)), itemKey: sealedText(5) };
    await expectRefused(tx, beginAttachment, editor.actor, other, "item_out_of_date");
    await uploaded(tx, editor, itemId);
    const { key } = await rowOf(tx, itemId);
    const edit = await anEdit(tx, itemId);
    await expectRefused(tx, updateItem, editor.actor, edit, "item_out_of_date");
    await execute(tx, updateItem, editor.actor, { ...edit, key });
  });

  test("stays as it is in the trash, comes back with the item, and goes with it for good", async ({ tx }) => {
    const { editor, reader, itemId } = await aWorld(tx);
    const { attachmentId } = await uploaded(tx, editor, itemId);
    await execute(tx, trashItems, editor.actor, { itemIds: [itemId] });
    await expectRefused(tx, deleteAttachment, editor.actor, { attachmentId }, "not_found");
    await expectRefused(tx, beginAttachment, editor.actor, await begun(tx, itemId), "not_found");
    await execute(tx, restoreItems, editor.actor, { itemIds: [itemId] });
    expect(await ask(tx, listAttachments, reader.actor, { itemIds: [itemId] })).toHaveLength(1);
    await execute(tx, trashItems, editor.actor, { itemIds: [itemId] });
    await execute(tx, deleteItems, editor.actor, { itemIds: [itemId] });
    expect(await tx.$count(attachments)).toBe(0);
  });

  test("has an id that is no other file's while its parts are still there", async ({ tx }) => {
    const { editor, itemId } = await aWorld(tx);
    const input = await uploaded(tx, editor, itemId);
    await execute(tx, deleteAttachment, editor.actor, input);
    await expectRefused(tx, beginAttachment, editor.actor, input, "not_found");
    await execute(tx, sweep, jobActor(), { what: "parts" });
    expect(await tx.$count(attachmentParts)).toBe(0);
    await execute(tx, beginAttachment, editor.actor, input);
  });

  test("has room while its owner's files take less than they may, with those that are under way", async ({
    tx,
  }) => {
    const { editor, itemId, organizationId } = await aWorld(tx);
    const own = await anOwnItem(tx, editor);
    const full = { size: storageOfOwner.person - 64 };
    const owner = { organizationId: null, userId: editor.userId, finishedAt: null };
    const filler = await anAttachment(tx, own, { ...full, ...owner });
    await expectRefused(tx, beginAttachment, editor.actor, await begun(tx, own), "storage_full");
    await execute(tx, beginAttachment, editor.actor, await begun(tx, itemId));
    await tx.delete(attachments).where(eq(attachments.id, filler));
    await execute(tx, beginAttachment, editor.actor, await begun(tx, own));

    const size = Math.floor(storageOfOwner.organization / 6);
    for (let i = 0; i < 6; i++) await anAttachment(tx, itemId, { organizationId, size });
    await expectRefused(tx, beginAttachment, editor.actor, await begun(tx, itemId), "storage_full");
    await tx.delete(attachments);
    for (let i = 0; i < attachmentsOfItem; i++) await anAttachment(tx, itemId);
    await expectRefused(tx, beginAttachment, editor.actor, await begun(tx, itemId), "too_many_attachments");
  });

  test("is one of a few that one person has under way, whatever items they are of", async ({ tx }) => {
    const { editor, itemId, organizationId } = await aWorld(tx);
    const own = await anOwnItem(tx, editor);
    const inputs = [];
    for (let i = 0; i < uploadsAtOnce; i++) {
      const input = await begun(tx, i % 2 ? own : itemId);
      for (const _ of [1, 2]) await execute(tx, beginAttachment, editor.actor, input);
      inputs.push(input);
    }
    const [first, second] = inputs;
    if (!first || !second) throw new Error("they are begun");
    for (const item of [itemId, own])
      await expectRefused(tx, beginAttachment, editor.actor, await begun(tx, item), "too_many_uploads");
    const owner = await aConfirmed(tx, organizationId, "owner", "Brett Warden");
    await execute(tx, beginAttachment, owner.actor, await begun(tx, itemId));

    const { attachmentId } = first;
    await execute(tx, putAttachmentPart, editor.actor, { attachmentId, number: 0, bytes: aSealedFile() });
    await execute(tx, finishAttachment, editor.actor, { attachmentId });
    await execute(tx, beginAttachment, editor.actor, await begun(tx, itemId));
    await expectRefused(tx, beginAttachment, editor.actor, await begun(tx, itemId), "too_many_uploads");
    await execute(tx, deleteAttachment, editor.actor, { attachmentId: second.attachmentId });
    await execute(tx, beginAttachment, editor.actor, await begun(tx, itemId));
  });

  test("is under way while parts of it come, and is given up when none has come for an hour", async ({
    tx,
  }) => {
    const { editor, itemId } = await aWorld(tx);
    const slow = await begun(tx, itemId, partSize + 49);
    const silent = await begun(tx, itemId);
    const bytes = aSealedFile(slow.size);
    const parts = [bytes.slice(0, partSize), bytes.slice(partSize)];
    for (const input of [slow, silent]) await execute(tx, beginAttachment, editor.actor, input);
    const whole = await begun(tx, itemId);
    await execute(tx, beginAttachment, editor.actor, whole);
    const part = { attachmentId: whole.attachmentId, number: 0, bytes: aSealedFile() };
    await execute(tx, putAttachmentPart, editor.actor, part);
    for (const [number, bytes] of parts.entries()) {
      await wait(tx, uploadWaitsMs - 60_000);
      await execute(tx, putAttachmentPart, editor.actor, { attachmentId: slow.attachmentId, number, bytes });
    }
    await execute(tx, finishAttachment, editor.actor, { attachmentId: slow.attachmentId });

    const late = { ...part, attachmentId: silent.attachmentId };
    await expectRefused(tx, putAttachmentPart, editor.actor, late, "not_found");
    const { attachmentId } = whole;
    await expectRefused(tx, finishAttachment, editor.actor, { attachmentId }, "not_found");
  });

  test("takes no room, no place and none of a person's uploads once it was given up", async ({ tx }) => {
    const { editor } = await aWorld(tx);
    const own = await anOwnItem(tx, editor);
    const owner = { organizationId: null, userId: editor.userId, finishedAt: null, begunBy: editor.userId };
    const left = (size: number) => anAttachment(tx, own, { ...owner, size });
    await left(storageOfOwner.person);
    for (let i = 1; i < attachmentsOfItem; i++) await left(65);
    await expectRefused(tx, beginAttachment, editor.actor, await begun(tx, own), "too_many_uploads");
    await wait(tx, uploadWaitsMs + 1000);
    await execute(tx, beginAttachment, editor.actor, await begun(tx, own));
  });

  test("cannot come to an item of one's own that a policy has frozen", async ({ tx }) => {
    const { organizationId } = await anEnterprise(tx, { name: "Nickel" });
    const betty = await aConfirmed(tx, organizationId, "user", "Betty Warden");
    const own = await anOwnItem(tx, betty);
    const { attachmentId } = await uploaded(tx, betty, own);
    await aPolicy(tx, organizationId, "data_ownership");
    await expectRefused(tx, beginAttachment, betty.actor, await begun(tx, own), "personal_items_not_allowed");
    expect(await ask(tx, getAttachmentPart, betty.actor, { attachmentId, number: 0 })).toBeTruthy();
  });
});
