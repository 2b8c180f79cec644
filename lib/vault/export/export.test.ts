import { beforeAll, describe, expect, test } from "vitest";
import { deriveFromSalt } from "@/lib/crypto/kdf";
import { stretch } from "@/lib/crypto/stretch";
import { openText } from "@/lib/crypto/symmetric";
import type { EncString, KdfSettings } from "@/lib/crypto/types";
import type { SealedItem } from "@/lib/domain/item/sealed-item";
import type { ItemType } from "@/lib/domain/item/types";
import { csvFile } from "@/lib/vault/export/csv-file";
import { type Exported, jsonParts, protectedFile, sealedFile } from "@/lib/vault/export/json-file";
import type { ItemFacts } from "@/lib/vault/export/wire-item";
import { emptyLists, type OpenItem } from "@/lib/vault/item";
import { openItems, openSecretsOf } from "@/lib/vault/open-items";
import { sealItem } from "@/lib/vault/seal-item";
import type { Vault } from "@/lib/vault/vault";
import { kdf, somebody } from "@/test/vault";

const facts = (id: string): ItemFacts => ({
  id,
  organizationId: null,
  collectionIds: null,
  folderId: "f",
  isFavorite: true,
  archivedAt: new Date("2026-03-01T00:00:00Z"),
  createdAt: new Date("2026-01-01T00:00:00Z"),
  revisedAt: new Date("2026-02-01T00:00:00Z"),
  reprompt: "password",
});

const login: OpenItem<"login"> = {
  type: "login",
  name: "=Firewall, “Évry”",
  notes: 'One line\nand "another", with 🗝️',
  fields: [
    { name: "PIN", value: "-4821", type: 1, linkedId: null },
    { name: "Follows", value: null, type: 3, linkedId: 100 },
  ],
  passwordHistory: [{ password: "before", lastUsedDate: "2026-01-31T09:15:00.123Z" }],
  data: {
    username: "+admin",
    password: "=cmd|' /C calc'!A0",
    totp: "JBSWY3DPEHPK3PXP",
    uris: [
      { uri: "https://10.20.0.1", match: 3 },
      { uri: "ssh://fw.example", match: null },
    ],
  },
};
const texts = (...names: string[]) => Object.fromEntries(names.map((name) => [name, `the ${name}`]));
const others = [
  { type: "secure_note", name: "Note", notes: "kept", ...emptyLists, data: {} },
  {
    type: "card",
    name: "Card",
    notes: null,
    ...emptyLists,
    data: texts("cardholderName", "brand", "number", "expMonth", "expYear", "code"),
  },
  {
    type: "identity",
    name: "Identity",
    notes: null,
    ...emptyLists,
    data: texts(
      ...["title", "firstName", "middleName", "lastName", "address1", "address2", "address3", "city"],
      ...["state", "postalCode", "country", "company", "email", "phone", "ssn", "username"],
      ...["passportNumber", "licenseNumber"],
    ),
  },
  {
    type: "ssh_key",
    name: "Key",
    notes: null,
    ...emptyLists,
    data: texts("privateKey", "publicKey", "keyFingerprint"),
  },
] as unknown as OpenItem[];
const all: OpenItem[] = [login, ...others];

let vault: Vault;
let rows: { id: string; sealed: SealedItem & { id: string } }[];

/** What other programs have written into a login: a passkey, sealed, and when its password was changed. */
async function withPasskey(sealed: SealedItem): Promise<SealedItem> {
  const { credentialId } = await vault.resealItem("user", sealed.key, { credentialId: "a passkey" });
  const more = { fido2Credentials: [{ credentialId }], passwordRevisionDate: "2026-02-01T00:00:00.000Z" };
  return { ...sealed, data: { ...sealed.data, ...more } } as SealedItem;
}

beforeAll(async () => {
  ({ vault } = await somebody("exporter@client.example"));
  rows = [];
  for (const [i, item] of all.entries()) {
    const sealed = await sealItem(vault, "user", item);
    rows.push({
      id: `item ${i}`,
      sealed: { ...(i === 0 ? await withPasskey(sealed) : sealed), id: `item ${i}` },
    });
  }
});

/** Through the vault, as a page does it. */
async function opened(): Promise<Exported> {
  const shown = await openItems(
    vault,
    "user",
    rows.map(({ sealed }) => sealed),
  );
  const whole = await openSecretsOf(
    vault,
    "user",
    shown.map((each, i) => ({
      key: (rows[i] as (typeof rows)[number]).sealed.key,
      content: (each as NonNullable<typeof each>).content,
    })),
    "opened",
  );
  return whole.map((item, i) => ({ facts: facts(`item ${i}`), item: item as OpenItem }));
}

type Wire = { items: Record<string, never>[] };
const dataOf: Record<ItemType, string> = {
  login: "login",
  secure_note: "secureNote",
  card: "card",
  identity: "identity",
  ssh_key: "sshKey",
};

const folders = [{ id: "f", name: "Home/Bills" }];

const jsonOf = (...what: Parameters<typeof jsonParts>) => [...jsonParts(...what)].join("");

describe("the JSON file", () => {
  test("has every item of every type, field by field, and what other programs have written", async () => {
    const { items, ...head } = JSON.parse(jsonOf(await opened(), { folders }));
    expect(head).toEqual({ encrypted: false, folders });
    const more = {
      fido2Credentials: [{ credentialId: "a passkey" }],
      passwordRevisionDate: "2026-02-01T00:00:00.000Z",
    };
    expect(items).toEqual(
      all.map(({ type, name, notes, fields, passwordHistory, data }, i) => ({
        id: `item ${i}`,
        organizationId: null,
        folderId: "f",
        collectionIds: null,
        favorite: true,
        reprompt: 1,
        creationDate: "2026-01-01T00:00:00.000Z",
        revisionDate: "2026-02-01T00:00:00.000Z",
        archivedDate: "2026-03-01T00:00:00.000Z",
        deletedDate: null,
        type: i + 1,
        name,
        notes,
        fields,
        passwordHistory,
        [dataOf[type]]: {
          ...data,
          ...(type === "login" && more),
          ...(type === "secure_note" && { type: 0 }),
        },
      })),
    );
  });

  test("is the same as if it were written in one piece, however many items there are", async () => {
    const items = await opened();
    for (const some of [[], items.slice(0, 1), items]) {
      const text = jsonOf(some, { folders });
      expect(text).toBe(JSON.stringify(JSON.parse(text), null, 2));
      expect(JSON.parse(text).items).toHaveLength(some.length);
    }
  });

  test("has an organization's collections, and which of them each item is in", async () => {
    const [first] = await opened();
    if (!first) throw new Error("nothing was opened");
    const exported = [{ ...first, facts: { ...first.facts, organizationId: "o", collectionIds: ["c"] } }];
    const file = JSON.parse(
      jsonOf(exported, { collections: [{ id: "c", organizationId: "o", name: "Networks" }] }),
    );
    expect(file.collections).toEqual([{ id: "c", organizationId: "o", name: "Networks", externalId: null }]);
    expect(file.items[0]).toMatchObject({ organizationId: "o", collectionIds: ["c"] });
  });
});

test.each([kdf, { type: "pbkdf2_sha256", iterations: 600_000 }] as const satisfies KdfSettings[])(
  "the file with a password opens with it, by $type, and its check with it",
  async (settings) => {
    const json = jsonOf(await opened(), { folders });
    const file = JSON.parse(await protectedFile(vault, { password: "épices", kdf: settings }, json));
    expect(file).toMatchObject({ encrypted: true, passwordProtected: true });
    expect([file.kdfType, file.kdfIterations]).toEqual(settings.type === "argon2id" ? [1, 3] : [0, 600_000]);
    const derive = async (password: string) =>
      stretch(await deriveFromSalt({ salt: file.salt, password, kdf: settings }));
    const key = await derive("épices");
    expect(await openText(key, file.data)).toBe(json);
    expect(await openText(key, file.encKeyValidation_DO_NOT_EDIT)).toMatch(/^[0-9a-f-]{36}$/);
    await expect(openText(await derive("epices"), file.data)).rejects.toThrow();
    expect(JSON.stringify(file)).not.toContain("Firewall");
  },
);

test("the CSV file has logins and notes with nothing changed in a cell", async () => {
  const file = csvFile(await opened(), { folders });
  expect(file.split("\r\n")[0]).toBe(
    "folder,favorite,type,name,notes,fields,reprompt,archivedDate,login_uri,login_username,login_password,login_totp",
  );
  expect(file).toContain(
    `Home/Bills,1,login,"=Firewall, “Évry”","One line\nand ""another"", with 🗝️","PIN: -4821\nFollows: ",1,`,
  );
  expect(file).toContain(
    `,"https://10.20.0.1,ssh://fw.example",+admin,=cmd|' /C calc'!A0,JBSWY3DPEHPK3PXP\r\n`,
  );
  expect(file).toContain("Home/Bills,1,note,Note,kept,,1,");
  expect(file.trim().split("\r\n")).toHaveLength(3);
  const [first] = await opened();
  if (!first) throw new Error("nothing was opened");
  const shared = [{ ...first, facts: { ...first.facts, collectionIds: ["b", "a"] } }];
  const named = ["a", "b"].map((id) => ({ id, organizationId: "o", name: `Sites/${id}` }));
  expect(csvFile(shared, { collections: named })).toMatch(
    /^collections,type,.*\r\n"Sites\/b,Sites\/a",login,/,
  );
});

test("an item that another program's text has damaged is not opened in part", async () => {
  const [row] = rows;
  if (!row) throw new Error("no row");
  const sealed = structuredClone(row.sealed) as SealedItem & { id: string };
  Object.assign(sealed.data, { fido2Credentials: [{ credentialId: rows[1]?.sealed.name }] });
  const [shown] = await openItems(vault, "user", [sealed]);
  if (!shown) throw new Error("its key opens");
  expect(await openSecretsOf(vault, "user", [{ key: sealed.key, content: shown.content }], "opened")).toEqual(
    [null],
  );
  // What is not asked for is left as it came.
  const [left] = await openSecretsOf(vault, "user", [{ key: sealed.key, content: shown.content }]);
  expect(left?.data.rest).toMatchObject({ fido2Credentials: [{ credentialId: rows[1]?.sealed.name }] });
});

test("items that do not open are kept as ciphertext, with their key", async () => {
  const items = rows.map(({ id, sealed: { id: _, ...item } }) => ({
    facts: facts(id),
    item: item as SealedItem,
  }));
  const file: Wire & { encKeyValidation_DO_NOT_EDIT: EncString } = JSON.parse(
    await sealedFile(vault, "user", items),
  );
  expect(await vault.openTexts("user", [file.encKeyValidation_DO_NOT_EDIT])).toEqual([expect.any(String)]);
  const [first] = rows;
  if (!first) throw new Error("no row");
  expect(file.items[0]).toMatchObject({
    key: first.sealed.key,
    name: first.sealed.name,
    login: { password: (first.sealed as SealedItem<"login">).data.password },
  });
  expect(JSON.stringify(file)).not.toContain("Firewall");
});
