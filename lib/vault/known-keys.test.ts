import { expect, test } from "vitest";
import { subKey } from "@/lib/crypto/sub-key";
import { sealText } from "@/lib/crypto/symmetric";
import { makeSymmetricKey } from "@/lib/crypto/symmetric-key";
import { openDeviceMemory } from "@/lib/vault/device-memory";
import { compareKnown, openKnown, sealKnown, type Way } from "@/lib/vault/known-keys";
import { predecessorsOf, succeed } from "@/lib/vault/next-key";

const purpose = "trousseau known key v1";
const subject = "organization:one";
const anOwner = () => ({ userKey: makeSymmetricKey(), owner: crypto.randomUUID(), formerUserKeys: [] });
type Owner = ReturnType<typeof anOwner>;

const recordOf = (by: Owner, digest: string, ...ways: Way[]) =>
  sealKnown(by, subject, { digest, ways: new Set(ways) });

const compare = (memory: ReturnType<typeof openDeviceMemory>, by: Owner, digest: string, more: object = {}) =>
  compareKnown(memory, by, { subject, digest, served: null, problem: "key_differs", ...more });

test("a record says by which ways a key has come, and one from before names none", async () => {
  const by = anOwner();
  const { record } = await recordOf(by, "d", "own", "provider:p");
  expect(await openKnown(by, subject, record)).toEqual({ digest: "d", ways: new Set(["own", "provider:p"]) });
  for (const more of [[], ["unvouched"]]) {
    const text = JSON.stringify([purpose, by.owner, subject, "d", ...more]);
    const before = await sealText(subKey(by.userKey, purpose), text);
    expect(await openKnown(by, subject, before)).toEqual({ digest: "d", ways: new Set() });
  }
});

test("a text for another purpose is no record", async () => {
  const by = anOwner();
  const text = JSON.stringify(["trousseau something else", by.owner, subject, "d"]);
  const other = await sealText(subKey(by.userKey, purpose), text);
  expect(await openKnown(by, subject, other)).toBeNull();
});

test("of two tabs that meet two keys at the same moment, one is refused", async () => {
  const [by, memory] = [anOwner(), openDeviceMemory()];
  const answers = await Promise.allSettled([compare(memory, by, "a"), compare(memory, by, "b")]);
  expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("a record about another key says nothing of how this one has come", async () => {
  const [by, memory] = [anOwner(), openDeviceMemory()];
  await compare(memory, by, "now");
  const { record: served } = await recordOf(by, "another", "provider:p");
  expect((await compare(memory, by, "now", { served })).ways).toEqual(new Set());
  const { record } = await recordOf(by, "now", "provider:p");
  expect((await compare(memory, by, "now", { served: record })).ways).toEqual(new Set(["provider:p"]));
});

test("a proof of succession is for one subject and one next key", async () => {
  const [former, next, other] = [makeSymmetricKey(), makeSymmetricKey(), makeSymmetricKey()];
  const proof = await succeed(subject, former, next);
  expect((await predecessorsOf(subject, next, [proof])).size).toBe(1);
  expect((await predecessorsOf("organization:two", next, [proof])).size).toBe(0);
  const mixed = { ...proof, proof: (await succeed(subject, former, other)).proof };
  expect((await predecessorsOf(subject, next, [mixed])).size).toBe(0);
});
