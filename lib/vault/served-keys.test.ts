import { beforeEach, describe, expect, test } from "vitest";
import { importPrivateKey, makeKeyPair } from "@/lib/crypto/key-pair";
import { openKey } from "@/lib/crypto/seal-key";
import type { SealedKey } from "@/lib/crypto/types";
import { VaultError } from "@/lib/vault/errors";
import { makeKeyring } from "@/lib/vault/keyring";
import { resealOrganizationRows } from "@/lib/vault/reseal-rows";
import { shareKeyring } from "@/lib/vault/share-keyring";
import type { Vault } from "@/lib/vault/vault";
import { aClientKey, aProviderKey, passwordOf, recipient, somebody } from "@/test/vault";

const problem = (code: string) => expect.objectContaining({ name: "VaultError", code });
const anyProblem = expect.objectContaining({ name: "VaultError" });
const ref = "organization:one";

let brett: Awaited<ReturnType<typeof somebody>>;
let one: Awaited<ReturnType<typeof aClientKey>>["served"];

beforeEach(async () => {
  brett = await somebody("brett.warden@provider.example");
  one = (await aClientKey(brett.vault, "p", "one", await aProviderKey(brett.vault, "p"))).served;
});

describe("what a server exchanges", () => {
  test("a next key is not taken up with the public key of another pair", async () => {
    const made = await brett.vault.makeNextKey("next:r", ref);
    await brett.vault.drop("next:r");
    const { publicKey } = await makeKeyPair();
    await expect(brett.vault.takeUpNextKey("next:r", ref, { ...made, publicKey })).rejects.toEqual(
      anyProblem,
    );
    expect(await brett.vault.holds("next:r")).toBe(false);
    await brett.vault.takeUpNextKey("next:r", ref, made);
  });

  test("the next user key is not sealed where the user key that is served is not the one held", async () => {
    await brett.vault.makeNextKey("next:u", "user", brett.keys);
    const { keys: others } = await somebody("brett.warden@provider.example");
    const seal = (userKeyForAccount: typeof others.userKeyForAccount) =>
      brett.vault.sealNextUserKey("next:u", brett.master, userKeyForAccount);
    await expect(seal(others.userKeyForAccount)).rejects.toEqual(anyProblem);
    await seal(brett.keys.userKeyForAccount);
  });

  test("an account is not recovered with the user key of another", async () => {
    const [member, other] = [await somebody("member@client.example"), await somebody("other@client.example")];
    for (const { vault, keys } of [member, other]) {
      const { sealed } = await brett.vault.sealKeyFor(ref, recipient(keys.publicKey, keys));
      await vault.openOrganizationKey(ref, {
        ...one,
        kind: "member",
        organizationKeyForMember: sealed,
        knownOrganizationKey: null,
      });
    }
    const next = { ...member.master, password: "a temporary one" };
    const recover = async ({ vault }: typeof member) =>
      brett.vault.recover(
        ref,
        one,
        { ...member.keys, userKeyForOrganization: await vault.enrol("user", ref, one) },
        next,
      );
    await expect(recover(other)).rejects.toEqual(anyProblem);
    await recover(member);
  });
});

describe("a rotation seals for its members", () => {
  type Row = { id: string; userId: string; publicKey: typeof brett.keys.publicKey };
  const reseal = (vault: Vault, kind: "member" | "staff", rows: Row[]) => {
    const people = rows.map((row) => ({
      version: "1",
      name: null,
      email: `${row.userId}@client.example`,
      isOwner: false,
      status: "confirmed",
      userKeyForOrganization: null,
      ...row,
    }));
    const keys = {
      of: ref,
      next: "next:r",
      pair: one,
      nextPublicKey: one.publicKey,
      self: "brett",
      leftOut: new Set<string>(),
      leftBehind: new Set<string>(),
      namesOfLost: { shared: "Unreadable name", my_items: "My items" },
    } as const;
    return resealOrganizationRows(vault, keys, { kind, rows: people }, {});
  };

  beforeEach(async () => {
    await brett.vault.makeNextKey("next:r", ref);
  });

  test("whoever replaces the key gets it under the vault's own public key, whatever is named", async () => {
    const server = await makeKeyPair();
    const { rows } = await reseal(brett.vault, "member", [
      { id: "m", userId: "brett", publicKey: server.publicKey },
    ]);
    const sealed = rows[0]?.sealed.organizationKeyForMember as SealedKey;
    expect(sealed).toMatch(/^4\./);
    await expect(openKey(await importPrivateKey(server.privateKey), sealed)).rejects.toThrow();
  });

  test("a device that cannot read what it remembers ends it, and nobody goes without a key", async () => {
    const vault = {
      ...brett.vault,
      sealKeyFor: () => Promise.reject(new VaultError("memory_unreadable")),
    };
    const { keys } = await somebody("member@client.example");
    const rows = [{ id: "m", userId: "member", publicKey: keys.publicKey }];
    await expect(reseal(vault, "member", rows)).rejects.toEqual(problem("memory_unreadable"));
  });

  test.each(["member", "staff"] as const)(
    "rows of kind %s wait whose person's key has changed",
    async (kind) => {
      const [ann, bob] = [await somebody("ann@client.example"), await somebody("bob@client.example")];
      const { known } = await brett.vault.sealKeyFor(ref, recipient("ann", ann.keys));
      expect(known).not.toBeNull();
      const { rows, changed } = await reseal(brett.vault, kind, [
        { id: "1", userId: "ann", publicKey: bob.keys.publicKey },
        { id: "2", userId: "bob", publicKey: bob.keys.publicKey },
      ]);
      expect(changed).toMatchObject([{ userId: "ann" }]);
      expect(rows.map(({ id }) => id)).toEqual(["2"]);
    },
  );
});

test("a key that is opened while the vault locks does not come into it", async () => {
  const { vault, keys } = await somebody("betty.warden@provider.example");
  const { sealed } = await brett.vault.sealKeyFor("provider:p", recipient("betty", keys));
  const opening = vault.openProviderKey("provider:p", {
    providerKeyForMember: sealed,
    clientKeys: [],
    knownProviderKey: null,
  });
  await vault.lock();
  await expect(opening).rejects.toEqual(problem("locked"));
});

test("a tab of another account changes no master key while the vault is somebody's", async () => {
  const shared = shareKeyring(makeKeyring(), Promise.resolve("a life"));
  const [hers, his] = [shared.connect(), shared.connect()];
  const master = passwordOf("betty.warden@provider.example");
  const keys = await hers.makeAccount(master);
  await hers.claim("betty", Date.now());
  const change = (tab: typeof hers) =>
    tab.changeMasterKey(master, { ...master, password: "another one" }, keys.userKeyForAccount);
  await expect(change(his)).rejects.toEqual(problem("locked"));
  await change(hers);
});
