import { expect, test } from "vitest";
import { toBase64 } from "@/lib/crypto/base64";
import { makeSymmetricKey } from "@/lib/crypto/symmetric-key";
import type { EncString } from "@/lib/crypto/types";
import { makeKeyring } from "@/lib/vault/keyring";
import { shareKeyring } from "@/lib/vault/share-keyring";
import { aProviderKey, passwordOf, recipient, somebody } from "@/test/vault";

const sharing = () => shareKeyring(makeKeyring(), Promise.resolve("a life"));
const problem = (code: string) => expect.objectContaining({ name: "VaultError", code });
const brett = { userId: "brett", sessionId: "session-1" };

/** Brett's vault before a reload, and both halves of what it leaves behind. */
async function beforeReload() {
  const { vault, keys } = await somebody("brett.warden@provider.example");
  const key = toBase64(makeSymmetricKey());
  const [note = "" as EncString] = await vault.sealTexts("user", ["a note"]);
  return { halves: { key, sealed: await vault.sealForReload(brett, key) }, keys, note };
}

test("both halves open the vault again, for every tab of the account", async () => {
  const { halves, keys, note } = await beforeReload();
  const shared = sharing();
  const [one, other] = [shared.connect(), shared.connect()];
  // Two tabs that come back at once: neither closes what the other has opened.
  await Promise.all([one.reopen(brett, halves, keys), other.reopen(brett, halves, keys)]);
  for (const tab of [one, other]) expect(await tab.openTexts("user", [note])).toEqual(["a note"]);
  await expect(one.sealKeyFor("user", recipient("brett", keys))).resolves.toMatchObject({
    sealed: expect.stringMatching(/^4\./),
  });
});

test("halves of another session, or of other keys, open nothing", async () => {
  const { halves, keys } = await beforeReload();
  const betty = await somebody("betty.warden@provider.example");
  const tab = sharing().connect();
  const later = { ...brett, sessionId: "session-2" };
  await expect(tab.reopen(later, halves, keys)).rejects.toEqual(problem("cannot_open"));
  await expect(tab.reopen(brett, halves, betty.keys)).rejects.toEqual(problem("cannot_open"));
  expect(await tab.isOpen()).toBe(false);
  expect(await tab.holds("user")).toBe(false);
});

test("keys that are open for one account are not taken over by another's halves", async () => {
  const { halves, keys } = await beforeReload();
  const shared = sharing();
  const hers = shared.connect();
  await hers.makeAccount(passwordOf("betty.warden@provider.example"));
  await hers.claim("betty", Date.now());
  await expect(shared.connect().reopen(brett, halves, keys)).rejects.toEqual(problem("locked"));
  expect(await hers.holds("user")).toBe(true);
});

test("a sign of life in any tab counts for all", async () => {
  const shared = sharing();
  const [one, late] = [shared.connect(), shared.connect()];
  await one.makeAccount(passwordOf("brett.warden@provider.example"));
  await one.claim("brett", 1_000);
  shared.seen(5_000);
  expect(await late.attach("brett", 4_000)).toBe(true);
});

test("a vault that locks while it comes back stays locked", async () => {
  const { halves, keys } = await beforeReload();
  const tab = sharing().connect();
  const back = expect(tab.reopen(brett, halves, keys)).rejects.toEqual(problem("locked"));
  await tab.lock();
  await back;
  expect(await tab.isOpen()).toBe(false);
});

test("a vault that came back after a reload, and a second tab of it, compare keys as one that was unlocked", async () => {
  const { vault, keys } = await somebody("brett.warden@provider.example");
  const served = await aProviderKey(vault, "1");
  const key = toBase64(makeSymmetricKey());
  const halves = { key, sealed: await vault.sealForReload(brett, key) };
  const server = await somebody("server@provider.example");
  await aProviderKey(server.vault, "1");
  const { sealed } = await server.vault.sealKeyFor("provider:1", recipient("brett", keys));

  const shared = sharing();
  const [one, second] = [shared.connect(), shared.connect()];
  await one.reopen(brett, halves, keys);
  expect(await second.attach("brett", 0)).toBe(true);
  const forged = { ...served, providerKeyForMember: sealed };
  for (const tab of [one, second])
    await expect(tab.openProviderKey("provider:1", forged)).rejects.toEqual(problem("key_differs"));
  expect(await one.openProviderKey("provider:1", served)).toBe(null);
  expect(await second.holds("provider:1")).toBe(true);
});
