import { beforeEach, describe, expect, test } from "vitest";
import { utf8 } from "@/lib/crypto/bytes";
import { keyDigest } from "@/lib/crypto/digest";
import { sealKey } from "@/lib/crypto/seal-key";
import { sealText } from "@/lib/crypto/symmetric";
import { makeSymmetricKey } from "@/lib/crypto/symmetric-key";
import type { EncString, SymmetricKey } from "@/lib/crypto/types";
import { makeKeyring } from "@/lib/vault/keyring";
import { openOrganizationKey, type SealedOrganizationKey } from "@/lib/vault/open-organization";
import { openProviderKey } from "@/lib/vault/open-provider";
import { sealCollectionName } from "@/lib/vault/seal-collection";
import type { ServedProviderKey } from "@/lib/vault/served";
import { aClientKey, aProviderKey, kdf, passwordOf, recipient, somebody } from "@/test/vault";

const problem = (code: string) => expect.objectContaining({ name: "VaultError", code });

let brett: Awaited<ReturnType<typeof somebody>>;
let provider: ServedProviderKey;
let one: SealedOrganizationKey & { kind: "provider" };
let two: SealedOrganizationKey & { kind: "provider" };

beforeEach(async () => {
  brett = await somebody("brett.warden@provider.example");
  provider = await aProviderKey(brett.vault, "p");
  one = (await aClientKey(brett.vault, "p", "one", provider)).served;
  two = (await aClientKey(brett.vault, "p", "two", provider)).served;
});

/** Locked and unlocked again on the same device: nothing is held, and what was remembered is. */
const again = () => brett.vault.unlock(brett.master, brett.keys);

/** The same account in a browser that has never been here. */
async function elsewhere() {
  const vault = makeKeyring();
  await vault.unlock(brett.master, brett.keys);
  return vault;
}

const withoutRecords = <Served extends object>(served: Served) => ({
  ...served,
  knownProviderKey: null,
  knownOrganizationKey: null,
});

/** What a server can make of what it knows: a key of its own, for somebody's public key. */
const forgedProvider = async (): Promise<ServedProviderKey> => ({
  providerKeyForMember: await sealKey(makeSymmetricKey(), brett.keys.publicKey),
  clientKeys: [],
  knownProviderKey: null,
});

describe("a provider key of the server's own", () => {
  test("is refused where the genuine one was met, and nothing can be sealed under it", async () => {
    await again();
    await expect(openProviderKey(brett.vault, "p", await forgedProvider())).rejects.toEqual(
      problem("key_differs"),
    );
    await expect(brett.vault.makeOrganizationKey("organization:three", "provider:p", [])).rejects.toEqual(
      problem("unknown_key"),
    );
  });

  test("is refused in another browser by the account's own record, and by a client's key", async () => {
    const forged = await forgedProvider();
    const { knownProviderKey } = provider;
    await expect(openProviderKey(await elsewhere(), "p", { ...forged, knownProviderKey })).rejects.toEqual(
      problem("key_differs"),
    );
    await expect(
      openProviderKey(await elsewhere(), "p", { ...forged, clientKeys: one.clientKeys }),
    ).rejects.toEqual(problem("key_does_not_fit"));
  });

  test("is not noticed at a first contact that nothing leads to: this is what a phrase is compared for", async () => {
    await openProviderKey(await elsewhere(), "p", await forgedProvider());
  });
});

describe("an organization's key", () => {
  test("of the server's own is refused where the genuine one was met, with a private key to match", async () => {
    const billy = await somebody("billy.warden@client.example");
    const { sealed } = await brett.vault.sealKeyFor("organization:one", recipient("billy", billy.keys));
    const genuine = { ...withoutRecords(one), kind: "member" as const, organizationKeyForMember: sealed };
    const known = await billy.vault.openOrganizationKey("organization:one", genuine);
    expect(known).toMatchObject({ subject: "organization:one" });

    const mallory = await somebody("mallory@server.example");
    const provided = await aProviderKey(mallory.vault, "m");
    const forged = (await aClientKey(mallory.vault, "m", "one", provided)).served;
    const key = await mallory.vault.sealKeyFor("organization:one", recipient("billy", billy.keys));
    const served = {
      ...withoutRecords(forged),
      kind: "member" as const,
      organizationKeyForMember: key.sealed,
    };
    await billy.vault.unlock(billy.master, billy.keys);
    await expect(openOrganizationKey(billy.vault, "one", served)).rejects.toEqual(problem("key_differs"));
    expect(await billy.vault.holds("organization:one")).toBe(false);
  });

  test("exchanged with another client's is refused, at the first contact too", async () => {
    const exchanged = { ...one, organizationKeyForProvider: two.organizationKeyForProvider };
    await again();
    await expect(openOrganizationKey(brett.vault, "one", exchanged)).rejects.toEqual(
      problem("key_does_not_fit"),
    );
    await expect(openOrganizationKey(await elsewhere(), "one", withoutRecords(exchanged))).rejects.toEqual(
      problem("key_does_not_fit"),
    );
  });

  test("is refused with everything of another client, once either was met", async () => {
    await again();
    await expect(openOrganizationKey(brett.vault, "one", withoutRecords(two))).rejects.toEqual(
      problem("key_differs"),
    );
    const vault = await elsewhere();
    await openOrganizationKey(vault, "two", withoutRecords(two));
    await expect(openOrganizationKey(vault, "one", withoutRecords(two))).rejects.toEqual(
      problem("key_does_not_fit"),
    );
  });

  test("is refused beside a public key that is not its private key's other half", async () => {
    const swapped = { ...withoutRecords(one), publicKey: two.publicKey };
    await expect(openOrganizationKey(await elsewhere(), "one", swapped)).rejects.toEqual(
      problem("key_does_not_fit"),
    );
  });
});

describe("a key that an owner is said to have handed over", () => {
  /** Somebody of the team, in a vault that has met the client in `met`, or never. */
  async function colleague(email: string, met: SealedOrganizationKey | null) {
    const who = await somebody(email);
    const { sealed } = await brett.vault.sealKeyFor("provider:p", recipient(email, who.keys));
    const team = { ...provider, providerKeyForMember: sealed, knownProviderKey: null };
    await openProviderKey(who.vault, "p", team);
    if (met) await openOrganizationKey(who.vault, "one", met);
    return who;
  }

  /** A client of the server's own, whose key it seals for somebody of the team. */
  async function handedOver(to: Awaited<ReturnType<typeof somebody>>) {
    const mallory = await somebody("mallory@server.example");
    const { served } = await aClientKey(mallory.vault, "m", "one", await aProviderKey(mallory.vault, "m"));
    const { sealed } = await mallory.vault.sealKeyFor("organization:one", recipient("to", to.keys));
    const key = { kind: "handed_over" as const, providerId: "p", organizationKeyForStaff: sealed };
    return { ...withoutRecords(served), ...key };
  }

  test("is not passed on by somebody who meets the client for the first time, now or later", async () => {
    const betty = await colleague("betty.warden@provider.example", null);
    const served = await handedOver(betty);
    const known = await betty.vault.openOrganizationKey("organization:one", served);
    const refused = problem("key_not_vouched");
    await expect(betty.vault.sealKeyUnder("provider:p", "organization:one")).rejects.toEqual(refused);
    for (const knownOrganizationKey of [null, known?.record ?? null]) {
      await betty.vault.drop("organization:one");
      await openOrganizationKey(betty.vault, "one", { ...served, knownOrganizationKey });
      await expect(betty.vault.sealKeyUnder("provider:p", "organization:one")).rejects.toEqual(refused);
    }
    // In another browser, too, the account's record says no more.
    const vault = makeKeyring();
    await vault.unlock(betty.master, betty.keys);
    await vault.openOrganizationKey("organization:one", {
      ...served,
      knownOrganizationKey: known?.record ?? null,
    });
    await vault.openProviderKey("provider:p", {
      ...provider,
      knownProviderKey: null,
      providerKeyForMember: (await brett.vault.sealKeyFor("provider:p", recipient("b", betty.keys))).sealed,
    });
    await expect(vault.sealKeyUnder("provider:p", "organization:one")).rejects.toEqual(refused);
  });

  test("is passed on by whoever had it, or the one before it, from under the provider's key", async () => {
    const betty = await colleague("betty.warden@provider.example", withoutRecords(one));
    const { succession, ...next } = await brett.vault.makeNextKey("next:r", "organization:one");
    await brett.vault.sealKeyUnder("provider:p", "next:r");
    const { sealed } = await brett.vault.sealKeyFor("next:r", recipient("betty", betty.keys));
    const served = {
      ...withoutRecords(one),
      kind: "handed_over" as const,
      organizationKeyId: "r",
      publicKey: next.publicKey,
      privateKeyForOrganization: next.privateKey,
      successions: [succession],
      organizationKeyForStaff: sealed,
    };
    await betty.vault.drop("organization:one");
    await betty.vault.openOrganizationKey("organization:one", served);
    await betty.vault.sealKeyUnder("provider:p", "organization:one");
    const forged = await handedOver(betty);
    await betty.vault.drop("organization:one");
    await expect(betty.vault.openOrganizationKey("organization:one", forged)).rejects.toEqual(
      problem("key_differs"),
    );
  });
});

describe("a record", () => {
  test("is answered for the server until it has it", async () => {
    const vault = await elsewhere();
    await vault.openProviderKey("provider:p", withoutRecords(provider));
    const known = await vault.openOrganizationKey("organization:one", withoutRecords(one));
    await vault.drop("organization:one");
    expect(await vault.openOrganizationKey("organization:one", withoutRecords(one))).toEqual(known);
    await vault.drop("organization:one");
    const knownOrganizationKey = known?.record ?? null;
    expect(await vault.openOrganizationKey("organization:one", { ...one, knownOrganizationKey })).toBeNull();
  });

  test("of another subject, of another account, or of another purpose counts as none", async () => {
    const betty = await somebody("betty.warden@provider.example");
    const hers = (await aProviderKey(betty.vault, "p")).knownProviderKey;
    const key = makeSymmetricKey();
    const text = JSON.stringify(["trousseau known key v1", "-", "provider:p", keyDigest(key)]);
    const [note = null] = await brett.vault.sealTexts("user", [text]);
    for (const record of [one.knownOrganizationKey, hers, note, "2.nothing" as EncString]) {
      const vault = await elsewhere();
      const known = await vault.openProviderKey("provider:p", { ...provider, knownProviderKey: record });
      expect(known).toMatchObject({ subject: "provider:p" });
    }
  });
});

test("a public key that differs from the one at the last confirmation is not sealed to", async () => {
  const [betty, mallory] = [await somebody("betty.warden@provider.example"), await somebody("m@s.example")];
  const { known } = await brett.vault.sealKeyFor("provider:p", recipient("betty", betty.keys));
  const swapped = recipient("betty", mallory.keys);
  await expect(brett.vault.sealKeyFor("organization:one", swapped)).rejects.toEqual(
    problem("person_key_differs"),
  );

  const vault = await elsewhere();
  await openProviderKey(vault, "p", provider);
  const remembered = { ...swapped, knownPublicKey: known?.record ?? null };
  await expect(vault.sealKeyFor("provider:p", remembered)).rejects.toEqual(problem("person_key_differs"));
});

describe("weaker key derivation than the last time", () => {
  const strong = { ...kdf, memory: 48 };
  const master = { ...passwordOf("bridget@provider.example"), kdf: strong };

  test("is refused before anything is hashed, and only on the device that knows better", async () => {
    const vault = makeKeyring();
    const { authenticationHash: _, ...keys } = await vault.makeAccount(master);
    const weaker = { ...master, email: " Bridget@Provider.example", kdf };
    const refused = problem("weaker_kdf");
    await expect(vault.deriveAuthentication(weaker)).rejects.toEqual(refused);
    await expect(vault.unlock(weaker, keys)).rejects.toEqual(refused);
    await expect(vault.changeMasterKey(weaker, master, keys.userKeyForAccount)).rejects.toEqual(refused);
    await expect(
      vault.deriveAuthentication({ ...master, kdf: { type: "pbkdf2_sha256", iterations: 2_000_000 } }),
    ).rejects.toEqual(refused);
    await makeKeyring().deriveAuthentication(weaker);
    await vault.deriveAuthentication(master);
  });

  test("is what was used with success: a wrong password teaches nothing, stronger settings do", async () => {
    const vault = makeKeyring();
    const { vault: made, master: weak, keys } = await somebody("bridget@provider.example");
    const wrong = { ...weak, password: "not this one at all", kdf: strong };
    await expect(vault.unlock(wrong, keys)).rejects.toEqual(problem("wrong_password"));
    await vault.unlock(weak, keys);

    const changed = await made.changeMasterKey(weak, { ...weak, kdf: strong }, keys.userKeyForAccount);
    const now = { ...keys, userKeyForAccount: changed.userKeyForAccount };
    await vault.unlock({ ...weak, kdf: strong }, now);
    await expect(vault.unlock(weak, keys)).rejects.toEqual(problem("weaker_kdf"));
  });

  test("is taken where its person has chosen it, once the server has kept it, and on this device alone", async () => {
    const [vault, elsewhere] = [makeKeyring(), makeKeyring()];
    const { authenticationHash: _, ...keys } = await vault.makeAccount(master);
    await elsewhere.unlock(master, keys);
    const chosen = { ...master, kdf };
    const changed = await vault.changeMasterKey(master, chosen, keys.userKeyForAccount);
    const now = { ...keys, userKeyForAccount: changed.userKeyForAccount };
    await expect(vault.unlock(chosen, now)).rejects.toEqual(problem("weaker_kdf"));
    await vault.rememberDerivation(chosen);
    await vault.unlock(chosen, now);
    await expect(elsewhere.unlock(chosen, now)).rejects.toEqual(problem("weaker_kdf"));
  });
});

describe("a text of the length of a key that the server has had sealed", () => {
  const texts = [
    "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_",
    "\u0000".repeat(64),
    "é".repeat(32),
    `${"\ufffd".repeat(21)}!`,
    `${"\ud800".repeat(21)}!`,
  ];

  test.each(texts)("is the key of no item: %j", async (text) => {
    const chosen = utf8(text) as SymmetricKey;
    expect(chosen.length).toBe(64);
    const key = await sealCollectionName(brett.vault, "one", text);
    const forged = { key, texts: [await sealText(chosen, "Firewall")] };
    const [opened] = await brett.vault.openItems("organization:one", [
      { key, open: { name: forged.texts[0] as EncString }, check: {} },
    ]);
    expect(opened).toEqual({ ok: false });
    await expect(brett.vault.resealItem("organization:one", key, { name: "new" })).rejects.toEqual(
      problem("cannot_open"),
    );
    await brett.vault.makeNextKey("next:r", "organization:one");
    expect(await brett.vault.resealItems("organization:one", "next:r", [forged])).toEqual([null]);
    expect(await brett.vault.openTexts("organization:one", [key])).toEqual([
      text.replaceAll("\ud800", "\ufffd"),
    ]);
  });
});
