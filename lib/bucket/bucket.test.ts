import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openBucket } from "@/lib/bucket/bucket";
import { startS3 } from "@/test/s3";

let s3: Awaited<ReturnType<typeof startS3>>;
beforeAll(async () => {
  s3 = await startS3();
});
afterAll(() => s3.stop());
beforeEach(() => {
  s3.objects.clear();
  s3.faults.length = 0;
  s3.seen.length = 0;
});

const part = new Uint8Array(randomBytes(1024 * 1024));

test("a part is put under its id, signed with its bytes, comes back as it was, and is removed", async () => {
  const bucket = openBucket(s3.settings);
  await bucket.put("one", part);
  expect([...s3.objects.keys()]).toEqual(["/files/one"]);
  const back = await bucket.get("one");
  expect(back && Buffer.compare(back, part)).toBe(0);
  for (const _ of [1, 2]) await bucket.remove("one");
  expect(await bucket.get("one")).toBe(null);
  expect(s3.seen).toEqual([
    "PUT /files/one",
    "GET /files/one",
    "DELETE /files/one",
    "DELETE /files/one",
    "GET /files/one",
  ]);
});

test("without a region, the host says it", async () => {
  const bucket = openBucket({ ...s3.settings, region: null });
  // This host says none, and the bucket is elsewhere than where those are that say none.
  await expect(bucket.put("one", part)).rejects.toMatchObject({ reason: "PUT 403" });
});

test.each([
  ["503", "503"],
  ["cut", "no answer"],
  ["slow", "no answer in time"],
] as const)(
  "a bucket that is away (%s) has done nothing, and does it the next time",
  async (fault, reason) => {
    const bucket = openBucket(s3.settings, 2_000);
    await bucket.put("one", part);
    const away = { name: "BucketAway", reason: expect.stringContaining(reason) };
    for (const ask of [() => bucket.get("one"), () => bucket.put("one", part), () => bucket.remove("one")]) {
      s3.faults.push(fault);
      await expect(ask()).rejects.toMatchObject(away);
      await ask();
    }
  },
);

test("another key, or another bucket, is no bucket: nothing counts as removed there", async () => {
  const { settings } = s3;
  const wrongKey = openBucket({ ...settings, secretAccessKey: "another" });
  await expect(wrongKey.get("one")).rejects.toMatchObject({ reason: "GET 403" });
  const wrongPlace = openBucket({ ...settings, address: settings.address.replace("files", "others") });
  await expect(wrongPlace.remove("one")).rejects.toMatchObject({ reason: "DELETE 404" });
});
