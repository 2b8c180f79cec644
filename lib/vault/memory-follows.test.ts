import { beforeEach, expect, test } from "vitest";
import { makeKeyring } from "@/lib/vault/keyring";
import { openOrganizationKey, type SealedOrganizationKey } from "@/lib/vault/open-organization";
import type { ServedAccountKeys } from "@/lib/vault/served";
import type { Vault } from "@/lib/vault/vault";
import { aClientKey, aProviderKey, recipient, somebody } from "@/test/vault";

const problem = (code: string) => expect.objectContaining({ name: "VaultError", code });
const ref = "organization:one";

type Served = SealedOrganizationKey & { kind: "member" };

let billy: Awaited<ReturnType<typeof somebody>>;
let genuine: Served;
let forged: Served;
const people = {} as Record<"carl" | "swapped", Awaited<ReturnType<typeof somebody>>>;

/** Billy's first device has met an organization and a person. The server leaves its own records out. */
beforeEach(async () => {
  billy = await somebody("billy.warden@client.example");
  const served = async (email: string): Promise<Served> => {
    const maker = await somebody(email);
    const provider = await aProviderKey(maker.vault, "p");
    const one = (await aClientKey(maker.vault, "p", "one", provider)).served;
    const { sealed } = await maker.vault.sealKeyFor(ref, recipient("billy", billy.keys));
    return { ...one, kind: "member", organizationKeyForMember: sealed, knownOrganizationKey: null };
  };
  [genuine, forged] = [await served("brett.warden@provider.example"), await served("m@server.example")];
  [people.carl, people.swapped] = [await somebody("carl@client.example"), await somebody("s@server.example")];
  await meet(billy.vault);
});

async function meet(vault: Vault) {
  await openOrganizationKey(vault, "one", genuine);
  await vault.sealKeyFor(ref, recipient("carl", people.carl.keys));
}

/** Replaces the user key, as `vault` does it, and answers the keys as the server then serves them. */
async function replaceUserKey(vault: Vault, id: string, keys: ServedAccountKeys): Promise<ServedAccountKeys> {
  const made = await vault.makeNextKey(`next:${id}`, "user", keys);
  const { userKeyForAccount } = await vault.sealNextUserKey(
    `next:${id}`,
    billy.master,
    keys.userKeyForAccount,
  );
  return {
    ...keys,
    userKeyForAccount,
    privateKeyForAccount: made.privateKey,
    successions: [made.succession, ...(keys.successions ?? [])],
  };
}

const withoutProof = ({ successions: _, ...keys }: ServedAccountKeys) => keys;

async function expectToRemember(vault: Vault, unlock: () => Promise<void>) {
  await unlock();
  await expect(openOrganizationKey(vault, "one", forged)).rejects.toEqual(problem("key_differs"));
  await openOrganizationKey(vault, "one", genuine);
  await expect(vault.sealKeyFor(ref, recipient("carl", people.swapped.keys))).rejects.toEqual(
    problem("person_key_differs"),
  );
  await vault.sealKeyFor(ref, recipient("carl", people.carl.keys));
}

test("the device that replaces the user key remembers afterwards, whatever the server leaves out", async () => {
  const once = await replaceUserKey(billy.vault, "r1", billy.keys);
  await expectToRemember(billy.vault, () => billy.vault.unlock(billy.master, withoutProof(once)));
  const twice = await replaceUserKey(billy.vault, "r2", once);
  await expectToRemember(billy.vault, () => billy.vault.unlock(billy.master, withoutProof(twice)));
});

test("another device follows by the proof, over several keys, and goes on without it", async () => {
  const vault = makeKeyring();
  await vault.unlock(billy.master, billy.keys);
  await meet(vault);
  const once = await replaceUserKey(billy.vault, "r1", billy.keys);
  await billy.vault.unlock(billy.master, once);
  const twice = await replaceUserKey(billy.vault, "r2", once);
  await expectToRemember(vault, () => vault.unlock(billy.master, twice));
  // What it has read is sealed under the present key by now.
  await expectToRemember(vault, () => vault.unlock(billy.master, withoutProof(twice)));
});

test("a device to which the proof is not served takes no key, until its person has it forget", async () => {
  const vault = makeKeyring();
  await vault.unlock(billy.master, billy.keys);
  await meet(vault);
  const keys = await replaceUserKey(billy.vault, "r1", billy.keys);
  const stranger = await somebody("stranger@server.example");
  const other = await stranger.vault.makeNextKey("next:r1", "user", stranger.keys);
  for (const successions of [[], [other.succession]]) {
    await vault.unlock(billy.master, { ...keys, successions });
    for (const served of [genuine, forged])
      await expect(openOrganizationKey(vault, "one", served)).rejects.toEqual(problem("memory_unreadable"));
    for (const { keys: theirs } of Object.values(people)) {
      const carl = recipient("carl", theirs);
      const questions = [vault.isKnown, vault.formerKeyOf, () => vault.sealKeyFor("user", carl)];
      for (const question of questions)
        await expect(question(carl)).rejects.toEqual(problem("memory_unreadable"));
    }
  }
  // Another organization is met for the first time.
  expect(await vault.forgetUnreadable()).toBe(2);
  expect(await vault.forgetUnreadable()).toBe(0);
  await openOrganizationKey(vault, "one", genuine);
  await vault.unlock(billy.master, keys);
  await expect(openOrganizationKey(vault, "one", forged)).rejects.toEqual(problem("key_differs"));
});

test("a former user key that is served again does not open what was remembered since", async () => {
  const keys = await replaceUserKey(billy.vault, "r1", billy.keys);
  await expectToRemember(billy.vault, () => billy.vault.unlock(billy.master, keys));
  await billy.vault.unlock(billy.master, billy.keys);
  await expect(openOrganizationKey(billy.vault, "one", forged)).rejects.toEqual(problem("memory_unreadable"));
});

test("what the server serves as its record is not opened under a former user key", async () => {
  const record =
    (await billy.vault.sealKeyFor(ref, recipient("carl", people.carl.keys))).known?.record ?? null;
  const keys = await replaceUserKey(billy.vault, "r1", billy.keys);
  const vault = makeKeyring();
  await vault.unlock(billy.master, keys);
  expect(await vault.isKnown({ ...recipient("carl", people.carl.keys), knownPublicKey: record })).toBe(false);
});
