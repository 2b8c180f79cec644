import { beforeEach, expect, test, vi } from "vitest";
import { isToCompare } from "@/components/recovery/member-key";
import { recoverAccount } from "@/components/recovery/recover-account";
import type { OpenedRecovery } from "@/lib/operations/recovery/open-recovery";
import { aClientKey, aProviderKey, recipient, somebody } from "@/test/vault";

const userId = "0b0e6f3c-9a52-4c6f-8d3e-3f2f4f6f7a11";
const which = { organizationId: "one", memberId: "m" };
const differs = { failure: { code: "recovery_key_differs" } };

let owner: Awaited<ReturnType<typeof somebody>>;
let member: Awaited<ReturnType<typeof somebody>>;
let exchanged: Awaited<ReturnType<typeof somebody>>;

beforeEach(async () => {
  owner = await somebody("owner@cobalt.example");
  member = await somebody("member@cobalt.example");
  exchanged = await somebody("member@cobalt.example");
  await aClientKey(owner.vault, "p", "one", await aProviderKey(owner.vault, "p"));
});

/** What the server hands out, with the keys of whoever it likes. */
const served = ({ keys }: typeof member, records: Partial<OpenedRecovery["person"]> = {}) =>
  ({
    publicKey: keys.publicKey,
    person: { userId, knownPublicKey: null, comparedPublicKey: null, ...records },
  }) as OpenedRecovery;

test("a key of which nothing is remembered is compared first, and only that one goes on", async () => {
  const getKey = vi.fn();
  expect(await recoverAccount(owner.vault, which, served(member), getKey, null)).toBeNull();
  expect(
    await recoverAccount(owner.vault, which, served(exchanged), getKey, member.keys.publicKey),
  ).toBeNull();
  expect(getKey).not.toHaveBeenCalled();
  expect(await isToCompare(owner.vault, served(member), member.keys.publicKey)).toBe(false);
});

test("a key that was sealed for, or compared, goes on", async () => {
  const { record } = await owner.vault.rememberCompared({ userId, publicKey: member.keys.publicKey });
  const comparedPublicKey = record;
  expect(await isToCompare(owner.vault, served(member, { comparedPublicKey }), null)).toBe(false);
  expect(await isToCompare(owner.vault, served(exchanged, { comparedPublicKey }), null)).toBe(true);
  expect(await isToCompare(owner.vault, served(member), null)).toBe(true);
  await owner.vault.sealKeyFor("organization:one", recipient(userId, member.keys));
  expect(await isToCompare(owner.vault, served(member), null)).toBe(false);
});

test("another key than the one that is remembered is refused, whatever was compared", async () => {
  const { known } = await owner.vault.sealKeyFor("organization:one", recipient(userId, member.keys));
  const { publicKey } = exchanged.keys;
  await expect(isToCompare(owner.vault, served(exchanged), publicKey)).rejects.toMatchObject(differs);
  const elsewhere = await somebody("owner@cobalt.example");
  await elsewhere.vault.unlock(owner.master, owner.keys);
  const records = { knownPublicKey: known?.record ?? null };
  await expect(isToCompare(elsewhere.vault, served(exchanged, records), publicKey)).rejects.toMatchObject(
    differs,
  );
  const getKey = vi.fn();
  await expect(
    recoverAccount(owner.vault, which, served(exchanged), getKey, publicKey),
  ).rejects.toMatchObject(differs);
  expect(getKey).not.toHaveBeenCalled();
});
