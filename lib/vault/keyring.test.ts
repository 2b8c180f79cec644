import * as argon2 from "hash-wasm";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { EncString, KdfSettings } from "@/lib/crypto/types";
import { makeKeyring } from "@/lib/vault/keyring";
import { aClientKey, aProviderKey, kdf, passwordOf, recipient, somebody } from "@/test/vault";

vi.mock("hash-wasm", { spy: true });

let brett: Awaited<ReturnType<typeof somebody>>;
let betty: Awaited<ReturnType<typeof somebody>>;

beforeAll(async () => {
  brett = await somebody("brett.warden@provider.example");
  betty = await somebody("betty.warden@provider.example");
});

beforeEach(async () => {
  await brett.vault.unlock(brett.master, brett.keys);
  vi.mocked(argon2.argon2id).mockClear();
});

const problem = (code: string) => expect.objectContaining({ name: "VaultError", code });
const notSealed = "2.nothing" as EncString;

describe("unlocking", () => {
  test("opens what was sealed before", async () => {
    const [sealed] = await brett.vault.sealTexts("user", ["a note"]);
    await brett.vault.lock();
    await brett.vault.unlock(brett.master, brett.keys);
    expect(await brett.vault.openTexts("user", sealed ? [sealed] : [])).toEqual(["a note"]);
  });

  test("after sign-in uses the master key of the proof, once", async () => {
    const vault = makeKeyring();
    const proof = await vault.deriveAuthentication(brett.master);
    expect(proof).toMatch(/^[A-Za-z0-9+/]{43}=$/);
    expect(await vault.holds("user")).toBe(false);

    await vault.unlockAfterSignIn(brett.keys);
    expect(await vault.holds("user")).toBe(true);
    await expect(vault.unlockAfterSignIn(brett.keys)).rejects.toEqual(problem("locked"));
  });

  test("with a wrong password leaves the vault locked", async () => {
    const wrong = { ...brett.master, password: "something else entirely" };
    await expect(brett.vault.unlock(wrong, brett.keys)).rejects.toEqual(problem("wrong_password"));
    expect(await brett.vault.holds("user")).toBe(false);
  });

  test("an open vault confirms its own master password, and stays open whatever was typed", async () => {
    const { vault, master, keys } = brett;
    await vault.confirmMasterPassword(master, keys.userKeyForAccount);
    const wrong = { ...master, password: "something else entirely" };
    await expect(vault.confirmMasterPassword(wrong, keys.userKeyForAccount)).rejects.toEqual(
      problem("wrong_password"),
    );
    // A server that serves somebody else's key with their own password is not believed either.
    await expect(vault.confirmMasterPassword(betty.master, betty.keys.userKeyForAccount)).rejects.toEqual(
      problem("wrong_password"),
    );
    expect(await vault.holds("user")).toBe(true);
    await vault.lock();
    await expect(vault.confirmMasterPassword(master, keys.userKeyForAccount)).rejects.toEqual(
      problem("locked"),
    );
  });

  test.each<KdfSettings>([
    { ...kdf, memory: 16 },
    { ...kdf, iterations: 2 },
    { type: "pbkdf2_sha256", iterations: 5000 },
  ])("refuses %j before it hashes", async (weak) => {
    const master = { ...brett.master, kdf: weak };
    const pbkdf2 = vi.spyOn(crypto.subtle, "deriveBits");
    const vault = makeKeyring();
    await expect(vault.deriveAuthentication(master)).rejects.toEqual(problem("weak_kdf"));
    await expect(vault.unlock(master, brett.keys)).rejects.toEqual(problem("weak_kdf"));
    await expect(vault.makeAccount(master)).rejects.toEqual(problem("weak_kdf"));
    expect(argon2.argon2id).not.toHaveBeenCalled();
    expect(pbkdf2).not.toHaveBeenCalled();
    pbkdf2.mockRestore();
  });

  test("knows the account's own public key, until it locks", async () => {
    expect(await brett.vault.publicKey()).toBe(brett.keys.publicKey);
    await brett.vault.lock();
    await expect(brett.vault.publicKey()).rejects.toEqual(problem("locked"));
  });

  test("refuses a public key that is not the private key's other half", async () => {
    const swapped = { ...brett.keys, publicKey: betty.keys.publicKey };
    await expect(brett.vault.unlock(brett.master, swapped)).rejects.toEqual(problem("cannot_open"));
    expect(await brett.vault.holds("user")).toBe(false);
  });

  test("refuses a user key of another type", async () => {
    const legacy = brett.keys.userKeyForAccount.replace("2.", "0.") as EncString;
    const keys = { ...brett.keys, userKeyForAccount: legacy };
    await expect(brett.vault.unlock(brett.master, keys)).rejects.toEqual(problem("wrong_password"));
  });

  test("comes to nothing if the vault is locked meanwhile", async () => {
    const unlocking = brett.vault.unlock(brett.master, brett.keys);
    await brett.vault.lock();
    await expect(unlocking).rejects.toEqual(problem("locked"));
    expect(await brett.vault.holds("user")).toBe(false);
  });
});

describe("locking", () => {
  test("forgets every key", async () => {
    await aProviderKey(brett.vault, "lost");
    await brett.vault.lock();
    for (const ref of ["user", "provider:lost"] as const) expect(await brett.vault.holds(ref)).toBe(false);
    await expect(brett.vault.sealTexts("user", ["a"])).rejects.toEqual(problem("locked"));
    await expect(brett.vault.makeProviderKey("provider:2")).rejects.toEqual(problem("locked"));
    await expect(brett.vault.openItems("user", [])).rejects.toEqual(problem("locked"));
  });

  test("forgets the master key of a proof too", async () => {
    const vault = makeKeyring();
    await vault.deriveAuthentication(brett.master);
    await vault.lock();
    await expect(vault.unlockAfterSignIn(brett.keys)).rejects.toEqual(problem("locked"));
  });
});

describe("changing the master password", () => {
  const next = { ...passwordOf("brett.warden@provider.example"), password: "a quite different one" };

  test("keeps the user key and changes the proof", async () => {
    const changed = await brett.vault.changeMasterKey(brett.master, next, brett.keys.userKeyForAccount);
    expect(changed.currentHash).not.toBe(changed.nextHash);

    const [sealed] = await brett.vault.sealTexts("user", ["still mine"]);
    const keys = { ...brett.keys, userKeyForAccount: changed.userKeyForAccount };
    await expect(brett.vault.unlock(brett.master, keys)).rejects.toEqual(problem("wrong_password"));
    await brett.vault.unlock(next, keys);
    expect(await brett.vault.openTexts("user", sealed ? [sealed] : [])).toEqual(["still mine"]);
  });

  test("needs the current one", async () => {
    const wrong = { ...brett.master, password: "not this one" };
    const changing = brett.vault.changeMasterKey(wrong, next, brett.keys.userKeyForAccount);
    await expect(changing).rejects.toEqual(problem("wrong_password"));
  });

  test("refuses a user key that is not the one held", async () => {
    const other = await makeKeyring().makeAccount(brett.master);
    const changing = brett.vault.changeMasterKey(brett.master, next, other.userKeyForAccount);
    await expect(changing).rejects.toEqual(problem("cannot_open"));
  });
});

describe("keys", () => {
  test("travel to a person and under another key", async () => {
    const provider = await aProviderKey(brett.vault, "1");
    const client = await aClientKey(brett.vault, "1", "1", provider);
    const forBetty = await brett.vault.sealKeyFor("provider:1", recipient("betty", betty.keys));

    const served = { ...client.served, providerKeyForMember: forBetty.sealed, knownProviderKey: null };
    await betty.vault.openProviderKey("provider:1", served);
    const opened = { ...served, knownOrganizationKey: null };
    expect(await betty.vault.organizationKeyId("organization:1")).toBeNull();
    await betty.vault.openOrganizationKey("organization:1", opened);
    expect(await betty.vault.organizationKeyId("organization:1")).toBe(served.organizationKeyId);
    expect(await betty.vault.openTexts("organization:1", [client.collectionName])).toEqual([
      "Default collection",
    ]);
    await expect(brett.vault.openProviderKey("provider:2", served)).rejects.toEqual(problem("cannot_open"));
    await expect(
      betty.vault.openOrganizationKey("organization:2", { ...opened, providerId: "2" }),
    ).rejects.toEqual(problem("unknown_key"));
  });

  test("are made under a free name only, and are not held before they are opened", async () => {
    await brett.vault.makeProviderKey("provider:free");
    expect(await brett.vault.holds("provider:free")).toBe(false);
    const provider = await aProviderKey(brett.vault, "free");
    await aClientKey(brett.vault, "free", "free", provider);
    const held = problem("already_held");
    await expect(brett.vault.makeProviderKey("provider:free")).rejects.toEqual(held);
    await expect(brett.vault.makeOrganizationKey("organization:free", "provider:free", [])).rejects.toEqual(
      held,
    );
  });

  test("that are not held are unknown, until they are opened again after they were dropped", async () => {
    await expect(brett.vault.sealTexts("organization:9", ["a"])).rejects.toEqual(problem("unknown_key"));
    const provider = await aProviderKey(brett.vault, "dropped");
    await brett.vault.drop("provider:dropped");
    await expect(brett.vault.sealTexts("provider:dropped", ["a"])).rejects.toEqual(problem("unknown_key"));
    expect(await brett.vault.openProviderKey("provider:dropped", provider)).toBeNull();
  });
});

describe("items", () => {
  test("have keys of their own, which a change keeps", async () => {
    const { key, texts } = await brett.vault.sealItem("user", { name: "a", notes: "b" });
    const other = await brett.vault.sealItem("user", { name: "a" });
    const changed = await brett.vault.resealItem("user", key, { name: "c", notes: "d" });
    const items = [texts, other.texts, changed].map((open) => ({ key, open, check: {} }));
    expect(await brett.vault.openItems("user", items)).toEqual([
      { ok: true, texts: { name: "a", notes: "b" }, broken: [] },
      { ok: true, texts: { name: null }, broken: [] },
      { ok: true, texts: { name: "c", notes: "d" }, broken: [] },
    ]);
  });

  test("a text that cannot be opened is null, among those that can", async () => {
    const sealed = await brett.vault.sealTexts("user", ["a", "b"]);
    expect(await brett.vault.openTexts("user", [...sealed, notSealed])).toEqual(["a", "b", null]);
  });
});
