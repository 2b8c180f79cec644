import { beforeAll, describe, expect, test } from "vitest";
import type { EncString } from "@/lib/crypto/types";
import { SealedItem } from "@/lib/domain/item/sealed-item";
import { commonShape, type Part, type Shape, shapes } from "@/lib/domain/item/shapes";
import { emptyLists, type OpenItem, type StillSealed } from "@/lib/vault/item";
import { openCollections } from "@/lib/vault/open-collections";
import { openItems, openSecret, openSecrets } from "@/lib/vault/open-items";
import { openOrganizationKey, type SealedOrganizationKey } from "@/lib/vault/open-organization";
import { sealCollectionName } from "@/lib/vault/seal-collection";
import { resealItem, sealItem } from "@/lib/vault/seal-item";
import { sealOrganizationKeyFor } from "@/lib/vault/seal-organization-key";
import { sealProviderKeyFor } from "@/lib/vault/seal-provider";
import { aClientKey, aProviderKey, recipient, somebody } from "@/test/vault";

const organization = "organization:9";
const login: OpenItem<"login"> = {
  type: "login",
  name: "Firewall",
  notes: null,
  ...emptyLists,
  data: {
    username: "brett.warden",
    password: " = leading space, é and 😀",
    totp: null,
    uris: [
      { uri: "https://firewall.client.example", match: null },
      { uri: "https://backup.client.example", match: 3 },
    ],
  },
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

/** An item of each type, with every part that its shape has. */
const ofEachType: OpenItem[] = [
  { ...login, data: { ...login.data, totp: "JBSWY3DP" } },
  { type: "secure_note", name: "Alarm", notes: "1234", ...emptyLists, data: {} },
  {
    type: "card",
    name: "Card",
    notes: null,
    ...emptyLists,
    data: {
      ...{ cardholderName: "Betty Warden", brand: "Visa", number: "4111111111111111" },
      ...{ expMonth: "1", expYear: "2030", code: "123" },
    },
  },
  {
    type: "identity",
    name: "Betty",
    notes: null,
    ...emptyLists,
    data: {
      ...{ title: null, firstName: "Betty", middleName: null, lastName: "Warden", username: null },
      ...{ address1: "1 Ring Road", address2: null, address3: null, city: "Łódź", state: null },
      ...{ postalCode: "1", country: "PL", company: null, email: "betty@cobalt.example", phone: null },
      ...{ ssn: "078", passportNumber: "C01", licenseNumber: null },
    },
  },
  {
    type: "ssh_key",
    name: "Router",
    notes: null,
    fields: [
      { name: "Rack", value: "B2", type: 0, linkedId: null },
      { name: "PIN", value: "0042", type: 1, linkedId: null },
      { name: null, value: "true", type: 2, linkedId: null },
      { name: "Linked", value: null, type: 3, linkedId: 100 },
    ],
    passwordHistory: [
      { password: "before", lastUsedDate: "2026-01-31T09:15:00.123Z" },
      { password: "long before", lastUsedDate: null },
    ],
    data: { privateKey: "-----BEGIN", publicKey: "ssh-ed25519 AAAA", keyFingerprint: "SHA256:x" },
  },
];

const isSecret = (type: OpenItem["type"], part: string) =>
  Object.entries<Part>(shapes[type]).some(([name, { is }]) => name === part && is === "secret");

describe("an item", () => {
  test.each(ofEachType.map((item) => [item.type, item] as const))(
    "of type %s opens as it was sealed, its secrets one by one, and passes the server's check",
    async (type, item) => {
      const sealed = await sealItem(betty.vault, organization, item);
      expect(SealedItem.parse(sealed)).toEqual(sealed);
      const [shown] = await openItems(betty.vault, organization, [{ id: "1", ...sealed }]);
      if (!shown) throw new Error("its key opens");
      expect(shown.damage).toEqual([]);
      const { rest: _, ...data } = shown.content.data;
      const opened = await Promise.all(
        Object.entries<unknown>(data).map(async ([part, value]) => {
          if (!isSecret(type, part) || value === null) return [part, value] as const;
          const secret = value as StillSealed;
          return [part, await openSecret(betty.vault, organization, sealed.key, secret)] as const;
        }),
      );
      expect(Object.fromEntries(opened)).toEqual(item.data);
      expect(await openSecrets(betty.vault, organization, sealed.key, shown.content)).toEqual(item);
    },
  );

  test("keeps its key when it is changed, and what the form does not touch as it was", async () => {
    const before = await sealItem(betty.vault, organization, {
      ...login,
      data: { ...login.data, totp: "JBSWY3DP" },
    });
    const passkey = {
      ...before.data,
      passwordRevisionDate: "2026-01-31T09:15:00.123Z",
      other: [before.name],
    };
    const [first] = passkey.uris;
    const foreign = {
      ...before,
      data: { ...passkey, uris: first ? [{ ...first, ofAnother: before.name }] : [] },
    };
    expect(SealedItem.parse(foreign)).toEqual(foreign);
    const [shown] = await openItems(betty.vault, organization, [{ id: "1", ...foreign }]);
    if (!shown) throw new Error("its key opens");
    const edited = { ...shown.content, name: "New", data: { ...shown.content.data, password: "new" } };
    const again = await resealItem(betty.vault, organization, foreign.key, edited);
    expect(again).toMatchObject({
      key: foreign.key,
      data: {
        totp: before.data.totp,
        passwordRevisionDate: "2026-01-31T09:15:00.123Z",
        other: [before.name],
        uris: [{ ofAnother: before.name }],
      },
    });
    const [opened] = await openItems(betty.vault, organization, [{ id: "1", ...again }]);
    expect(opened).toMatchObject({
      content: { name: "New", data: { username: "brett.warden" } },
      damage: [],
    });
    expect(again.data.password).not.toBe(before.data.password);
  });

  test("whose key does not open is told apart from its neighbours", async () => {
    const one = await sealItem(betty.vault, organization, login);
    const foreign = await sealItem(betty.vault, "user", login);
    const rows = [one, foreign].map((row, i) => ({ id: String(i), ...row }));
    const opened = await openItems(betty.vault, organization, rows);
    expect(opened.map((row) => row === null)).toEqual([false, true]);
  });
});

test("no part of a type is called as what all items have", () => {
  for (const shape of Object.values<Shape>(shapes))
    for (const part of Object.keys(shape)) expect(Object.keys(commonShape)).not.toContain(part);
});
