import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, vi } from "vitest";
import type { Tx } from "@/db/client";
import { attachmentParts, attachments, objectsToRemove } from "@/db/schema/attachments";
import { ciphers } from "@/db/schema/ciphers";
import { jobs } from "@/db/schema/jobs";
import { failureOf } from "@/lib/answer/failure";
import { askForSweep, sweepJob } from "@/lib/background/sweep";
import { type Bucket, openBucket } from "@/lib/bucket/bucket";
import { BucketAway } from "@/lib/bucket/bucket-away";
import { bytesOfPart } from "@/lib/bucket/bytes-of-part";
import { removedAtOnce } from "@/lib/domain/attachment/limits";
import { runDue } from "@/lib/jobs/run-due";
import { getAttachmentPart } from "@/lib/operations/attachment/get-attachment-part";
import { placeAttachmentPart } from "@/lib/operations/attachment/place-attachment-part";
import { putAttachmentPart } from "@/lib/operations/attachment/put-attachment-part";
import { execute } from "@/lib/operations/command";
import { ask } from "@/lib/operations/query";
import { test } from "@/test/database";
import {
  aCollection,
  aConfirmed,
  anAttachment,
  anItem,
  anOrganizationWith,
  aSealedFile,
} from "@/test/organization";
import { startS3 } from "@/test/s3";

const kept = vi.hoisted(() => ({ bucket: null as Bucket | null }));
vi.mock("@/lib/bucket/the-bucket", () => ({ theBucket: async () => kept.bucket }));

let s3: Awaited<ReturnType<typeof startS3>>;
beforeAll(async () => {
  s3 = await startS3();
});
afterAll(() => s3.stop());
beforeEach(() => {
  s3.objects.clear();
  kept.bucket = openBucket(s3.settings, 2_000);
});

/** A file that is being uploaded, and who uploads it. */
async function anUpload(tx: Tx) {
  const { organizationId } = await anOrganizationWith(tx);
  const { actor, memberId } = await aConfirmed(tx, organizationId, "user", "Ravi Menon");
  const itemId = await anItem(tx, organizationId, [
    await aCollection(tx, organizationId, { [memberId]: "edit" }),
  ]);
  const attachmentId = await anAttachment(tx, itemId, { organizationId, finishedAt: null });
  await tx.delete(attachmentParts);
  return { organizationId, actor, itemId, part: { attachmentId, number: 0, bytes: aSealedFile() } };
}

async function sweep(tx: Tx): Promise<number> {
  await tx.delete(jobs);
  await askForSweep(tx, new Date());
  await runDue(tx, sweepJob);
  const [swept] = (await tx.select().from(jobs)).filter(({ finishedAt }) => finishedAt);
  if (!swept) throw new Error("it has run");
  return (swept.result as { objects: number }).objects;
}

test.for([
  ["the part comes again", (tx: Tx, { actor, part }) => execute(tx, putAttachmentPart, actor, part)],
  ["the file goes", (tx, { part }) => tx.delete(attachments).where(eq(attachments.id, part.attachmentId))],
  ["the item goes", (tx, { itemId }) => tx.delete(ciphers).where(eq(ciphers.id, itemId))],
] satisfies [string, (tx: Tx, upload: Awaited<ReturnType<typeof anUpload>>) => Promise<unknown>][])(
  "when %s, the bucket is rid of what was kept, and of nothing else",
  async ([, go], { tx }) => {
    const upload = await anUpload(tx);
    await execute(tx, putAttachmentPart, upload.actor, upload.part);
    expect(await sweep(tx)).toBe(0);
    const [former] = [...s3.objects.keys()];
    await go(tx, upload);
    expect(s3.objects.has(former ?? "")).toBe(true);
    expect(await sweep(tx)).toBe(1);
    const parts = await tx.select().from(attachmentParts);
    expect([...s3.objects.keys()]).toEqual(parts.map(({ objectId }) => `/files/${objectId}`));
    expect(await tx.$count(objectsToRemove)).toBe(0);
  },
);

test("what a bucket does not remove is tried again, and what was put there in vain goes after an hour", async ({
  tx,
}) => {
  const { actor, part } = await anUpload(tx);
  const { objectId } = await execute(tx, placeAttachmentPart, actor, part);
  await kept.bucket?.put(objectId, part.bytes);
  await execute(tx, putAttachmentPart, actor, part);
  await tx.delete(attachments);
  s3.faults.push("503");
  expect(await sweep(tx)).toBe(0);
  expect(s3.objects.size).toBe(2);
  expect(await sweep(tx)).toBe(1);
  expect([...s3.objects.keys()]).toEqual([`/files/${objectId}`]);
  await tx.update(objectsToRemove).set({ dueAt: new Date() });
  expect(await sweep(tx)).toBe(1);
  expect(s3.objects.size).toBe(0);
});

test("many objects go in one sweep, and without a bucket they wait for one", async ({ tx }) => {
  const dueAt = new Date(0);
  const gone = Array.from({ length: removedAtOnce + 1 }, () => ({ id: randomUUID(), dueAt }));
  await tx.insert(objectsToRemove).values(gone);
  const { bucket } = kept;
  kept.bucket = null;
  expect(await sweep(tx)).toBe(0);
  kept.bucket = bucket;
  expect(await sweep(tx)).toBe(removedAtOnce + 1);
});

test.for([
  ["one object", 1, 1],
  ["as many objects as are asked for at once", removedAtOnce, 2],
  ["even more", removedAtOnce + 5, 2],
] as const)(
  "%s that the bucket does not let go of, though due for longest, hold up no others",
  async ([, count, sweeps], { tx }) => {
    const bucket = openBucket(s3.settings);
    const ids = (many: number) => Array.from({ length: many }, () => randomUUID() as string);
    const stuck = new Set(ids(count));
    const remove = async (id: string) => {
      if (stuck.has(id)) throw new BucketAway("DELETE 403");
      await bucket.remove(id);
    };
    kept.bucket = { ...bucket, remove };
    await tx.insert(objectsToRemove).values([...stuck].map((id) => ({ id, dueAt: new Date(0) })));
    const gone = ids(5 * removedAtOnce + 1).map((id) => ({ id, dueAt: new Date(1) }));
    await tx.insert(objectsToRemove).values(gone);
    for (let i = 0; i < sweeps; i++) await sweep(tx);
    const left = await tx.select().from(objectsToRemove);
    expect(new Set(left.map(({ id }) => id))).toEqual(stuck);
    // Nor are they forgotten, or kept by a part that comes late.
    const late = left.filter(({ dueAt }) => dueAt > new Date());
    expect(late).toEqual([]);
    stuck.clear();
    for (let i = 0; i < sweeps; i++) await sweep(tx);
    expect(await tx.$count(objectsToRemove)).toBe(0);
  },
);

test("a bucket that is away for all is not asked for everything", async ({ tx }) => {
  const gone = Array.from({ length: 2 * removedAtOnce }, () => ({ id: randomUUID(), dueAt: new Date(0) }));
  await tx.insert(objectsToRemove).values(gone);
  const remove = vi.fn(async () => {
    throw new BucketAway("no answer");
  });
  kept.bucket = { ...openBucket(s3.settings), remove };
  expect(await sweep(tx)).toBe(0);
  expect(remove).toHaveBeenCalledTimes(removedAtOnce);
});

test.for(["503", "cut", "slow"] as const)(
  "a bucket that is away (%s) is said so, and the part is kept when it comes again",
  async (fault, { tx }) => {
    const { actor, part } = await anUpload(tx);
    s3.faults.push(fault);
    const error = await execute(tx, putAttachmentPart, actor, part).catch((error: unknown) => error);
    expect(failureOf(error, "attachment.put_part")).toEqual({ code: "files_unavailable" });
    expect(await tx.$count(attachmentParts)).toBe(0);
    await execute(tx, putAttachmentPart, actor, part);
    await tx.update(attachments).set({ finishedAt: new Date() });
    const served = await ask(tx, getAttachmentPart, actor, part);
    s3.faults.push(fault);
    await expect(bytesOfPart(served)).rejects.toMatchObject({ name: "BucketAway" });
    expect(await bytesOfPart(served)).toEqual(part.bytes);
  },
);

test("a part that took too long to be put is not kept: the bucket may be rid of it already", async ({
  tx,
}) => {
  const { actor, part } = await anUpload(tx);
  const put = kept.bucket?.put ?? (async () => {});
  kept.bucket = {
    ...openBucket(s3.settings),
    put: async (...given) => {
      await put(...given);
      await tx.update(objectsToRemove).set({ dueAt: new Date() });
    },
  };
  await expect(execute(tx, putAttachmentPart, actor, part)).rejects.toMatchObject({
    refusal: "attachment_incomplete",
  });
});

test("what came before the bucket is served from the database, and what the bucket has lost is not", async ({
  tx,
}) => {
  const { actor, part } = await anUpload(tx);
  kept.bucket = null;
  await execute(tx, putAttachmentPart, actor, part);
  await tx.update(attachments).set({ finishedAt: new Date() });
  kept.bucket = openBucket(s3.settings);
  expect(await bytesOfPart(await ask(tx, getAttachmentPart, actor, part))).toEqual(part.bytes);
  await tx.update(attachmentParts).set({ bytes: null, objectId: randomUUID() });
  const lost = await ask(tx, getAttachmentPart, actor, part);
  await expect(bytesOfPart(lost)).rejects.toMatchObject({ name: "BucketAway" });
  kept.bucket = null;
  await expect(bytesOfPart(lost)).rejects.toMatchObject({ name: "BucketAway" });
});
