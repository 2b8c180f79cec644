import { beforeEach, describe, expect, test } from "vitest";
import { keyDigest } from "@/lib/crypto/digest";
import { sealBytes, sealText } from "@/lib/crypto/symmetric";
import { makeSymmetricKey } from "@/lib/crypto/symmetric-key";
import type { EncString } from "@/lib/crypto/types";
import { predecessorsOf, resealItems, succeed } from "@/lib/vault/next-key";
import { openOrganizationKey, type SealedOrganizationKey } from "@/lib/vault/open-organization";
import { resealOrganizationRows } from "@/lib/vault/reseal-rows";
import { sealItem } from "@/lib/vault/seal-item";
import type { SealedAccountKeys, Succession } from "@/lib/vault/served";
import type { Vault } from "@/lib/vault/vault";
import { aClientKey, aLogin, aProviderKey, recipient, somebody } from "@/test/vault";

const problem = (code: string) => expect.objectContaining({ name: "VaultError", code });
const ref = "organization:one";

let owner: Awaited<ReturnType<typeof somebody>>;
let leaver: Awaited<ReturnType<typeof somebody>>;
let served: SealedOrganizationKey & { kind: "member" };

/** A client with an owner, and somebody who is about to leave. Both hold its key. */
beforeEach(async () => {
  const brett = await somebody("brett.warden@provider.example");
  const provider = await aProviderKey(brett.vault, "p");
  const { served: one } = await aClientKey(brett.vault, "p", "one", provider);
  [owner, leaver] = [await somebody("owner@client.example"), await somebody("leaver@client.example")];
  for (const [id, who] of Object.entries({ leaver, owner })) {
    const { sealed } = await brett.vault.sealKeyFor(ref, recipient(id, who.keys));
    served = { ...one, kind: "member", organizationKeyForMember: sealed, knownOrganizationKey: null };
    await openOrganizationKey(who.vault, "one", served);
  }
});

/** The owner replaces the key, as often as this is called; `also` get it too. */
async function replaced(id: string, ...also: (typeof owner)[]) {
  const next = `next:${id}` as const;
  const made = await owner.vault.makeNextKey(next, ref);
  const sealFor = async (name: string, { keys }: typeof owner) =>
    (await owner.vault.sealKeyFor(next, recipient(name, keys))).sealed;
  const forOwner = await sealFor("owner", owner);
  const others = await Promise.all(also.map((who, i) => sealFor(`other ${i}`, who)));
  served = {
    ...served,
    organizationKeyId: id,
    publicKey: made.publicKey,
    privateKeyForOrganization: made.privateKey,
    successions: [made.succession as Succession, ...served.successions],
    organizationKeyForMember: forOwner,
  };
  await owner.vault.unlock(owner.master, owner.keys);
  await openOrganizationKey(owner.vault, "one", served);
  await Promise.all(
    also.map((who, i) =>
      openOrganizationKey(who.vault, "one", {
        ...served,
        organizationKeyForMember: others[i] as typeof forOwner,
      }),
    ),
  );
  return made;
}

const opened = async (vault: Vault, key: EncString, name: EncString, of: "user" | typeof ref = ref) =>
  vault.openItems(of, [{ key, open: { name }, check: {} }]);

const keysOf = (next: `next:${string}`) => ({
  of: ref as typeof ref,
  next,
  pair: served,
  nextPublicKey: served.publicKey,
  self: "owner",
  leftOut: new Set<string>(),
  leftBehind: new Set<string>(),
  namesOfLost: { shared: "Unreadable name", my_items: "My items" },
});

describe("a server that works together with somebody who left", () => {
  test("cannot say that a rotation which is over is under way", async () => {
    const [r1] = [await replaced("r1", leaver)];
    await replaced("r2");
    await expect(owner.vault.takeUpNextKey("next:r1", ref, r1)).rejects.toEqual(problem("cannot_open"));
    expect(await owner.vault.holds("next:r1")).toBe(false);
    const r3 = await owner.vault.makeNextKey("next:r3", ref);
    await owner.vault.drop("next:r3");
    await owner.vault.takeUpNextKey("next:r3", ref, r3);
  });

  test("cannot serve what proves the next key as the key of an item", async () => {
    const { succession } = await replaced("r1");
    const [name] = await leaver.vault.sealTexts(ref, ["Router"]);
    for (const key of [succession?.predecessor, succession?.proof])
      expect(await opened(owner.vault, key as EncString, name as EncString)).toEqual([{ ok: false }]);
  });

  test("cannot carry an item's key over as a name", async () => {
    const old = await sealItem(owner.vault, ref, aLogin("Shared with the leaver"));
    await owner.vault.makeNextKey("next:r1", ref);
    const rows = [{ id: "c", version: "1", name: old.key, type: "shared" as const }];
    const staged = await resealOrganizationRows(
      owner.vault,
      keysOf("next:r1"),
      { kind: "collection", rows },
      {},
    );
    expect(staged).toMatchObject({ rows: [], damaged: [{ kind: "collection", id: "c" }] });
    expect(await owner.vault.resealTexts(ref, "next:r1", [old.key])).toEqual([null]);
  });
});

test("a former key that stands under the next one itself proves nothing", async () => {
  const [from, next] = [makeSymmetricKey(), makeSymmetricKey()];
  const succession = await succeed(ref, from, next);
  expect(await predecessorsOf(ref, next, [succession])).toEqual(new Set([keyDigest(from)]));
  const bare = { ...succession, predecessor: await sealBytes(next, from) };
  expect(await predecessorsOf(ref, next, [bare])).toEqual(new Set());
});

describe("a rotation of an account", () => {
  const rotated = async (id: string, keys: SealedAccountKeys) => {
    const made = await owner.vault.makeNextKey(`next:${id}`, "user", keys);
    const { userKeyForAccount } = await owner.vault.sealNextUserKey(
      `next:${id}`,
      owner.master,
      keys.userKeyForAccount,
    );
    return { made, keys: { ...keys, userKeyForAccount, privateKeyForAccount: made.privateKey } };
  };

  test("which is over is not taken up again", async () => {
    const first = await rotated("r1", owner.keys);
    await owner.vault.unlock(owner.master, first.keys);
    await expect(owner.vault.takeUpNextKey("next:r1", "user", first.made)).rejects.toEqual(
      problem("cannot_open"),
    );
  });
});

test("what stands in an item under its own key is carried over as a text, or not at all", async () => {
  const [from, to, itemKey] = [makeSymmetricKey(), makeSymmetricKey(), makeSymmetricKey()];
  const key = await sealBytes(from, itemKey);
  const [name, hidden] = [await sealText(itemKey, "Router"), await sealBytes(itemKey, from)];
  const items = [
    { key, texts: [name] },
    { key, texts: [name, hidden] },
  ];
  expect(await resealItems(from, to, items)).toEqual([
    { key: expect.any(String), texts: [expect.any(String)] },
    null,
  ]);
});
