import { eq } from "drizzle-orm";
import { expect } from "vitest";
import type { Tx } from "@/db/client";
import { attachmentParts, attachments, partsToRemove } from "@/db/schema/attachments";
import { ciphers } from "@/db/schema/ciphers";
import { collectionCiphers } from "@/db/schema/collection-ciphers";
import { organizations } from "@/db/schema/organizations";
import { users } from "@/db/schema/users";
import { jobActor } from "@/lib/domain/actor";
import { partsRemovedAtOnce, uploadWaitsMs } from "@/lib/domain/attachment/limits";
import type { AttachmentId } from "@/lib/domain/ids";
import type { SweptThing } from "@/lib/domain/terms";
import { deleteAttachment } from "@/lib/operations/attachment/delete-attachment";
import { getAttachmentPart } from "@/lib/operations/attachment/get-attachment-part";
import { execute } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { deleteItems } from "@/lib/operations/item/delete-items";
import { storageOf } from "@/lib/operations/item/internal/storage-of";
import { ask } from "@/lib/operations/query";
import { sweep, sweptAtOnce } from "@/lib/operations/sweep/sweep";
import { test } from "@/test/database";
import {
  aCollection,
  aConfirmed,
  anAttachment,
  anItem,
  anOrganizationWith,
  aSealedFile,
} from "@/test/organization";
import { aPerson } from "@/test/people";

const sweepNow = (tx: Tx, what: SweptThing) => execute(tx, sweep, jobActor(), { what });

async function moreParts(tx: Tx, attachmentId: AttachmentId, parts: number) {
  const rows = Array.from({ length: parts - 1 }, (_, i) => ({ number: i + 1, bytes: aSealedFile() }));
  await tx.insert(attachmentParts).values(rows.map((row) => ({ attachmentId, ...row })));
}

/** An item of an organization with a file of more parts than one act takes away, and somebody who edits it. */
async function aLargeFile(tx: Tx) {
  const { organizationId } = await anOrganizationWith(tx);
  const { actor, memberId } = await aConfirmed(tx, organizationId, "user", "Ravi Menon");
  const itemId = await anItem(tx, organizationId, [
    await aCollection(tx, organizationId, { [memberId]: "edit" }),
  ]);
  const attachmentId = await anAttachment(tx, itemId);
  await moreParts(tx, attachmentId, 2 * partsRemovedAtOnce + 1);
  return { organizationId, actor, itemId, attachmentId };
}
type World = Awaited<ReturnType<typeof aLargeFile>>;

const trash = (tx: Tx, deletedAt: Date) => tx.update(ciphers).set({ deletedAt });

test.for([
  [
    "it is deleted",
    (tx: Tx, { actor, attachmentId }: World) => execute(tx, deleteAttachment, actor, { attachmentId }),
  ],
  [
    "its item is deleted",
    async (tx, { actor, itemId }) => {
      await trash(tx, new Date());
      await execute(tx, deleteItems, actor, { itemIds: [itemId] });
    },
  ],
  [
    "its item's time in the trash is over",
    async (tx) => {
      await trash(tx, new Date(0));
      await sweepNow(tx, "trash");
    },
  ],
  [
    "its upload is given up",
    async (tx) => {
      const begunAt = new Date(Date.now() - uploadWaitsMs - 1000);
      await tx.update(attachments).set({ begunAt, finishedAt: null });
      await sweepNow(tx, "uploads");
    },
  ],
  [
    "its organization is deleted",
    (tx, { organizationId }) => tx.delete(organizations).where(eq(organizations.id, organizationId)),
  ],
  [
    "the account that it belongs to is deleted",
    async (tx) => {
      const { userId } = await aPerson(tx, "Betty Warden");
      await tx.delete(collectionCiphers);
      await tx.update(attachments).set({ organizationId: null, userId });
      await tx.update(ciphers).set({ organizationId: null, organizationKeyId: null, userId });
      await tx.delete(users).where(eq(users.id, userId));
    },
  ],
] satisfies [string, (tx: Tx, world: World) => Promise<unknown>][])(
  "when %s, a file goes at once, and its parts are left to the sweep",
  async ([, go], { tx }) => {
    const world = await aLargeFile(tx);
    const { organizationId, actor, attachmentId } = world;
    const part = { attachmentId, number: 0 };
    expect(await ask(tx, getAttachmentPart, actor, part)).toBeTruthy();
    await go(tx, world);
    expect(await tx.$count(attachmentParts)).toBe(2 * partsRemovedAtOnce + 1);
    expect(await tx.$count(attachments)).toBe(0);
    expect(await storageOf(tx, { organizationId, userId: null }, new Date())).toBe(0);
    await expect(ask(tx, getAttachmentPart, actor, part)).rejects.toThrow(NotFound);

    for (const [count, left] of [
      [partsRemovedAtOnce, partsRemovedAtOnce + 1],
      [partsRemovedAtOnce, 1],
      [1, 0],
    ] as const) {
      const isMoreLikely = count === partsRemovedAtOnce;
      expect(await sweepNow(tx, "parts")).toEqual({ count, isMoreLikely });
      expect(await tx.$count(attachmentParts)).toBe(left);
      expect(await tx.$count(partsToRemove)).toBe(left > 0 ? 1 : 0);
    }
  },
);

test("many small files go in acts of a bounded size, and those that stay keep their parts", async ({
  tx,
}) => {
  const { organizationId, attachmentId } = await aLargeFile(tx);
  const itemId = await anItem(tx, organizationId, []);
  for (let i = 0; i < 3; i++) await moreParts(tx, await anAttachment(tx, itemId), 40);
  const dueAt = new Date(0);
  const ids = Array.from({ length: sweptAtOnce }, () => crypto.randomUUID() as AttachmentId);
  await tx.insert(partsToRemove).values(ids.map((id) => ({ attachmentId: id, dueAt })));
  await tx.delete(attachments).where(eq(attachments.itemId, itemId));

  // Uploads of which nothing had come have no parts, and hold up nobody's.
  expect(await sweepNow(tx, "parts")).toEqual({ count: 0, isMoreLikely: true });
  expect(await sweepNow(tx, "parts")).toEqual({ count: partsRemovedAtOnce, isMoreLikely: true });
  expect(await tx.$count(partsToRemove)).toBe(1);
  expect(await sweepNow(tx, "parts")).toEqual({ count: 20, isMoreLikely: false });
  expect(await tx.$count(partsToRemove)).toBe(0);
  const left = await tx.select({ id: attachmentParts.attachmentId }).from(attachmentParts);
  expect(new Set(left.map(({ id }) => id))).toEqual(new Set([attachmentId]));
  expect(left).toHaveLength(2 * partsRemovedAtOnce + 1);
});
