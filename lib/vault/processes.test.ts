import { beforeAll, describe, expect, test } from "vitest";
import type { EncString } from "@/lib/crypto/types";
import { type LoginItem, sealedLoginLimits } from "@/lib/vault/item";
import { openCollections } from "@/lib/vault/open-collections";
import { openLogins } from "@/lib/vault/open-items";
import { openOrganizationKey, type SealedOrganizationKey } from "@/lib/vault/open-organization";
import { sealCollectionName } from "@/lib/vault/seal-collection";
import { resealLogin, sealLogin } from "@/lib/vault/seal-item";
import { sealOrganizationKeyFor } from "@/lib/vault/seal-organization-key";
import { sealProviderKeyFor } from "@/lib/vault/seal-provider";
import { aClientKey, aProviderKey, recipient, somebody } from "@/lib/vault/testing";

const organization = "organization:9";
const login: LoginItem = {
  name: "Firewall",
  username: "brett.warden",
  password: " = leading space, é and 😀",
  totp: null,
  notes: null,
  uris: [
    { uri: "https://firewall.client.example", match: null },
    { uri: "https://backup.client.example", match: 3 },
  ],
};

let brett: Awaited<ReturnType<typeof somebody>>;
let betty: Awaited<ReturnType<typeof somebody>>;
let billy: Awaited<ReturnType<typeof somebody>>;
let forBetty: SealedOrganizationKey & { kind: "provider" };
let client: Awaited<ReturnType<typeof aClientKey>>;

beforeAll(async () => {
  [brett, betty, billy] = await Promise.all([
    somebody("brett.warden@provider.example"),
    somebody("betty.warden@provider.example"),
    somebody("billy.warden@client.example"),
  ]);
  client = await aClientKey(brett.vault, "1", "9", await aProviderKey(brett.vault, "1"));
  forBetty = {
    ...client.served,
    providerKeyForMember: await sealProviderKeyFor(brett.vault, "1", recipient("betty", betty.keys)),
    knownProviderKey: null,
    knownOrganizationKey: null,
  };
  await openOrganizationKey(betty.vault, "9", forBetty);
});

describe("an organization's key", () => {
  test("comes through the provider to its users, and from them to a member", async () => {
    const forBilly = recipient("billy", billy.keys);
    const organizationKeyForMember = await sealOrganizationKeyFor(betty.vault, "9", forBilly);
    await openOrganizationKey(billy.vault, "9", { ...forBetty, kind: "member", organizationKeyForMember });
    const name = await sealCollectionName(billy.vault, "9", "Servers");
    expect(await openCollections(betty.vault, "9", [{ id: "a", name }])).toEqual([
      { id: "a", ok: true, name: "Servers" },
    ]);
  });

  test("is opened once: a second time nothing is looked at", async () => {
    const nonsense = { ...forBetty, organizationKeyForProvider: "2.nonsense" as EncString };
    await openOrganizationKey(betty.vault, "9", nonsense);
    await expect(openOrganizationKey(betty.vault, "10", nonsense)).rejects.toMatchObject({
      code: "cannot_open",
    });
  });
});

test("a collection whose name cannot be opened keeps its row, and spoils no other", async () => {
  const [foreign] = await brett.vault.sealTexts("user", ["not the organization's"]);
  const rows = [
    { id: "a", name: client.collectionName, items: 3 },
    { id: "b", name: foreign ?? client.collectionName, items: 4 },
  ];
  expect(await openCollections(betty.vault, "9", rows)).toEqual([
    { id: "a", items: 3, ok: true, name: "Default collection" },
    { id: "b", items: 4, ok: false },
  ]);
});

describe("a login", () => {
  test("opens as it was sealed, and stays within the lengths that clients take", async () => {
    const sealed = await sealLogin(betty.vault, organization, login);
    expect(await openLogins(betty.vault, organization, [{ id: "a", ...sealed }])).toEqual([
      { id: "a", ok: true, item: login, damage: [] },
    ]);
    expect(sealed.key.length).toBeLessThan(sealedLoginLimits.key);
    expect(sealed.login.totp).toBeNull();
    expect(sealed.login.uris.every((uri) => uri.uriChecksum.startsWith("2."))).toBe(true);
  });

  test("keeps its key when it is changed", async () => {
    const sealed = await sealLogin(betty.vault, organization, login);
    const changed = { ...login, password: null, uris: [] };
    const again = await resealLogin(betty.vault, organization, sealed.key, changed);
    expect(again.key).toBe(sealed.key);
    expect(await openLogins(betty.vault, organization, [again])).toEqual([
      { ok: true, item: changed, damage: [] },
    ]);
  });

  test("whose key does not open is told apart from its neighbours", async () => {
    const one = await sealLogin(betty.vault, organization, login);
    const foreign = await sealLogin(betty.vault, "user", login);
    const opened = await openLogins(betty.vault, organization, [one, foreign]);
    expect(opened.map((row) => row.ok)).toEqual([true, false]);
  });
});
