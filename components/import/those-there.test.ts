import { randomUUID } from "node:crypto";
import { expect, test, vi } from "vitest";
import { type AskThoseThere, findThoseThere } from "@/components/import/those-there";
import { utf8 } from "@/lib/crypto/bytes";
import { OrganizationId } from "@/lib/domain/ids";
import { compactForm, compactItems, inParts, type ListedItem } from "@/lib/domain/item/compact";
import { readFile } from "@/lib/import/read-file";
import { makeReader } from "@/lib/import/reader";
import { jsonParts } from "@/lib/vault/export/json-file";
import type { OpenItem } from "@/lib/vault/item";
import { sealItems } from "@/lib/vault/seal-item";
import { aClientKey, aProviderKey, aSealedRow, somebody } from "@/test/vault";

const card = (code: string) => ({ type: 3, name: "Card", card: { number: "4000", code } });
const login = (password: string) => ({
  type: 1,
  name: "Router",
  login: { username: "ada", password, uris: [{ uri: "https://r.test", match: null }] },
});
const nobody = async () => ({ ok: false as const, failure: { code: "not_found" as const } });
const fileOf = (items: object[]) => utf8(JSON.stringify({ encrypted: false, items }));

async function itemsOf(items: object[]): Promise<OpenItem[]> {
  const found = await readFile(fileOf(items));
  if (found.kind !== "items") throw new Error("no items");
  return found.entries.map(({ item }) => item);
}

/** What finds in a file of `wanted` those that a vault of `kept` has. */
async function found(kept: object[], wanted: object[], more: object = {}) {
  return foundAmong(await itemsOf(kept), wanted, more);
}

async function foundAmong(kept: OpenItem[], wanted: object[], more: object = {}) {
  const { vault } = await somebody("betty.warden@client.example");
  const sealed = await sealItems(vault, "user", kept);
  const may = { edit: true, delete: true, reveal: true, assign: true };
  const facts = { reprompt: "none", isFavorite: false, folderId: null, archivedAt: null, may };
  const moments = { createdAt: new Date(0), revisedAt: new Date(0), deletedAt: null };
  const own = { ...facts, ...moments, organizationId: null, ...more };
  const items = sealed.map((item) => ({ ...item, ...own, id: randomUUID() }));
  const contents = {
    form: compactForm,
    compact: inParts(compactItems(items as unknown as ListedItem[], [])),
  };
  const ask: AskThoseThere = {
    // Only its items are asked for.
    myVault: async () => ({ ok: true, result: { revision: "1", contents } as never }),
    organizationItems: nobody,
    getKey: nobody,
  };
  const reader = makeReader();
  await reader.read(fileOf(wanted), {});
  const there = await findThoseThere(vault, reader, ask, null);
  const chosen = (leavesThere: boolean) =>
    reader.choose({ importId: randomUUID(), leavesRepeated: true, leavesThere, restricted: [] });
  return { ...there, left: await chosen(true), whole: await chosen(false) };
}

test("a vault that does not say what it has is not one that has nothing", async () => {
  const { vault } = await somebody("betty.warden@client.example");
  const ask: AskThoseThere = {
    myVault: async () => ({ ok: false, failure: { code: "busy" } }),
    organizationItems: nobody,
    getKey: nobody,
  };
  const reader = makeReader();
  await reader.read(fileOf([login("one")]), {});
  await expect(findThoseThere(vault, reader, ask, null)).rejects.toMatchObject({ failure: { code: "busy" } });
});

test("a vault in the form of another release is not read", async () => {
  const { vault } = await somebody("betty.warden@client.example");
  const contents = { form: compactForm + 1, compact: inParts(compactItems([], [])) };
  const ask: AskThoseThere = {
    myVault: async () => ({ ok: true, result: { revision: "1", contents } as never }),
    organizationItems: nobody,
    getKey: nobody,
  };
  const reader = makeReader();
  await reader.read(fileOf([login("one")]), {});
  await expect(findThoseThere(vault, reader, ask, null)).rejects.toMatchObject({
    failure: { code: "outdated_page" },
  });
});

test("what one's vault has already is found by all that makes it the same, and left out or not", async () => {
  const kept = [login("one"), login("two"), card("123")];
  const wanted = [login("one"), login("three"), card("123"), card("456"), login("one")];
  expect(await found(kept, wanted)).toEqual({ all: 3, repeated: 1, rows: [0, 2, 4], left: 2, whole: 4 });
});

test("a name is the same with spaces around it and without, whichever of the two is there", async () => {
  const spaced = { ...login("one"), name: " Router  " };
  for (const [kept, wanted] of [
    [spaced, spaced],
    [spaced, login("one")],
    [login("one"), spaced],
  ] as const)
    expect(await found([kept], [wanted])).toMatchObject({ all: 1, left: 0, whole: 1 });
});

test("a login that has anything else is not there", async () => {
  const { login: parts, ...router } = login("one");
  const [first] = parts.uris;
  const other = { uri: "https://other.test", match: null };
  const more = [
    { ...router, login: { ...parts, totp: "JBSWY3DPEHPK3PXP" } },
    { ...router, login: { ...parts, uris: [first, other] } },
    { ...router, login: { ...parts, uris: [{ ...first, match: 3 }] } },
    { ...router, login: parts, notes: "Recovery codes: 1111 2222" },
    { ...router, login: parts, fields: [{ name: "PIN", value: "9911", type: 1 }] },
    {
      ...router,
      login: parts,
      passwordHistory: [{ password: "former", lastUsedDate: "2026-01-31T09:15:00.000Z" }],
    },
  ];
  expect(await found([login("one")], more)).toMatchObject({ all: 0, left: more.length });
  expect(await found(more, more)).toMatchObject({ all: more.length, left: 0 });
});

test("what is hidden from whoever imports is not found, so nobody finds out a password by a file of guesses", async () => {
  const { vault } = await somebody("betty.warden@client.example");
  const organizationId = OrganizationId.parse(randomUUID());
  await aClientKey(vault, "1", organizationId, await aProviderKey(vault, "1"));
  const sealed = await sealItems(vault, `organization:${organizationId}`, await itemsOf([login("one")]));
  const row = await aSealedRow(vault, "any");
  const allIn = async (reveal: boolean) => {
    const items = sealed.map((item) => ({ ...row, ...item, organizationId, may: { ...row.may, reveal } }));
    const ask: AskThoseThere = {
      myVault: nobody,
      organizationItems: async () => ({ ok: true, result: { items, next: null } as never }),
      getKey: nobody,
    };
    const reader = makeReader();
    await reader.read(fileOf([login("one"), login("two")]), {});
    return (await findThoseThere(vault, reader, ask, organizationId)).all;
  };
  expect([await allIn(true), await allIn(false)]).toEqual([1, 0]);
});

test("what is in the trash, or an organization's, is not there", async () => {
  const none = { all: 0, repeated: 0, rows: [], left: 1, whole: 1 };
  expect(await found([login("one")], [login("one")], { deletedAt: new Date() })).toEqual(none);
  expect(await found([login("one")], [login("one")], { organizationId: randomUUID() })).toEqual(none);
});

test("the reader of the file is told digests, which differ each time", async () => {
  const reader = makeReader();
  await reader.read(fileOf([login("one")]), {});
  const [first] = await reader.looks("salt");
  const [second] = await reader.looks("another");
  expect(first).not.toBe(second);
  expect(await reader.there("salt", ["anything"])).toEqual({ all: 0, repeated: 0, rows: [] });
});

test("what was found before holds no more where nothing can be read", async () => {
  const { vault } = await somebody("betty.warden@client.example");
  const reader = makeReader();
  await reader.read(fileOf([login("one")]), {});
  const there = vi.spyOn(reader, "there");
  const ask = { myVault: () => Promise.reject(new TypeError("network")) } as unknown as AskThoseThere;
  await expect(findThoseThere(vault, reader, ask, null)).rejects.toThrow("network");
  expect(there).toHaveBeenLastCalledWith(expect.any(String), []);
});

test("one's own export is there already as a whole, also what was saved with empty fields", async () => {
  const empty = { name: null, value: null, type: 1, linkedId: null };
  const kept = await itemsOf([
    { ...login("one"), fields: [empty, { ...empty, name: "PIN" }, { ...empty, value: "1", type: 0 }] },
    { ...card("123"), fields: [empty, empty] },
  ]);
  expect(kept.map(({ fields }) => fields.length)).toEqual([3, 2]);
  // As another program saves it.
  const [router, ...others] = kept;
  const opened = [
    { ...router, fields: router?.fields.map((field) => ({ ...field, name: field.name ?? "" })) },
  ];
  const facts = {
    ...{ organizationId: null, collectionIds: null, folderId: null, isFavorite: false, archivedAt: null },
    ...{ createdAt: new Date(0), revisedAt: new Date(0), reprompt: "none" as const },
  };
  const exported = [...(opened as OpenItem[]), ...others].map((item) => ({
    item,
    facts: { ...facts, id: randomUUID() },
  }));
  const file: { items: object[] } = JSON.parse([...jsonParts(exported, { folders: [] })].join(""));
  expect(
    await foundAmong(
      exported.map(({ item }) => item),
      file.items,
    ),
  ).toMatchObject({ all: 2, left: 0 });
});
