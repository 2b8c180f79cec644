import { expect, test } from "vitest";
import { utf8 } from "@/lib/crypto/bytes";
import { BitwardenFile, readBitwardenJson } from "@/lib/import/formats/bitwarden-json";
import { openProtected, ProtectedFile } from "@/lib/import/formats/bitwarden-protected";
import { readFile } from "@/lib/import/read-file";
import { csvFile } from "@/lib/vault/export/csv-file";
import { jsonParts, protectedFile } from "@/lib/vault/export/json-file";
import { makeKeyring } from "@/lib/vault/keyring";
import { aLogin, kdf } from "@/test/vault";

const texts = (...names: string[]) => Object.fromEntries(names.map((name) => [name, `the ${name}`]));
const empty = { notes: null, fields: [], passwordHistory: [] };
const login = aLogin("=Fire, wall");
const uris = [
  { uri: "https://a.example", match: 3 },
  { uri: "ssh://b", match: null },
];
const all = [
  { ...login, data: { ...login.data, password: " lead\u0000ing ", totp: "JBSW", uris } },
  { type: "secure_note", name: "Note", ...empty, notes: "a\r\nb", data: {} },
  {
    type: "card",
    name: "Card",
    ...empty,
    data: texts("cardholderName", "brand", "number", "expMonth", "expYear", "code"),
  },
  {
    type: "identity",
    name: "Identity",
    ...empty,
    data: texts(
      ...[
        "title",
        "firstName",
        "middleName",
        "lastName",
        "address1",
        "address2",
        "address3",
        "city",
        "state",
      ],
      ...[
        "postalCode",
        "country",
        "company",
        "email",
        "phone",
        "ssn",
        "username",
        "passportNumber",
        "licenseNumber",
      ],
    ),
  },
  { type: "ssh_key", name: "Key", ...empty, data: texts("privateKey", "publicKey", "keyFingerprint") },
];

const jsonOf = (...what: Parameters<typeof jsonParts>) => [...jsonParts(...what)].join("");

test("what is exported comes back field by field, through a password too", async () => {
  const exported = all.map((item, i) => ({
    item: item as never,
    facts: {
      ...{
        id: `${i}`,
        organizationId: "o",
        collectionIds: ["c"],
        folderId: null,
        createdAt: new Date(),
        revisedAt: new Date(),
      },
      isFavorite: i === 0,
      archivedAt: i === 1 ? new Date() : null,
      reprompt: i === 2 ? ("password" as const) : ("none" as const),
    },
  }));
  const json = jsonOf(exported, { collections: [{ id: "c", organizationId: "o", name: "Sites/Évry" }] });
  const sealed = await protectedFile(makeKeyring(), { password: "p", kdf }, json);
  const again = await openProtected(ProtectedFile.parse(JSON.parse(sealed)), "p");
  const { entries, folders, remarks } = readBitwardenJson(BitwardenFile.parse(JSON.parse(again)));
  expect([remarks, folders]).toEqual([[], ["Sites/Évry"]]);
  expect(entries.map(({ item }) => item)).toEqual(all);
  expect(entries.map(({ isFavorite, isArchived, reprompt }) => [isFavorite, isArchived, reprompt])).toEqual(
    all.map((_, i) => [i === 0, i === 1, i === 2 ? "password" : "none"]),
  );
});

test("names come back with the spaces around them, from each form that takes items along", async () => {
  const names = [" Router ", "Router\t", "  ", "\u00a0Évry"];
  const item = (name: string) => ({ ...login, name, data: { ...login.data, uris: [] } }) as never;
  const facts = {
    ...{ id: "1", organizationId: null, collectionIds: null, folderId: null, isFavorite: false },
    ...{ archivedAt: null, createdAt: new Date(), revisedAt: new Date(), reprompt: "none" as const },
  };
  const exported = names.map((name) => ({ item: item(name), facts }));
  for (const text of [jsonOf(exported, { folders: [] }), csvFile(exported, { folders: [] })]) {
    const found = await readFile(utf8(text));
    if (found.kind !== "items") throw new Error("it is a form of ours");
    expect(found.entries.map(({ item }) => item.name)).toEqual(names);
    expect(found.remarks).toEqual([]);
  }
});

test("another program's names are taken without the spaces around them", async () => {
  const found = await readFile(
    utf8("url,username,password,totp,extra,name,grouping,fav\n,a,b,,, Router ,,0\n"),
  );
  expect(found).toMatchObject({ kind: "items", format: "lastpass", entries: [{ item: { name: "Router" } }] });
});
