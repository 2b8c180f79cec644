import { expect, test } from "vitest";
import { utf8 } from "@/lib/crypto/bytes";
import { placesOfOne } from "@/lib/domain/import/limits";
import { readFile } from "@/lib/import/read-file";

const login = { type: 1, name: "Router", login: { username: "ada", password: "p", uris: [] } };

async function become(item: object, more: object = {}) {
  const found = await readFile(utf8(JSON.stringify({ encrypted: false, items: [item], ...more })));
  if (found.kind !== "items") throw new Error("no items");
  return { entry: found.entries[0], remarks: found.remarks.map(({ what, part }) => [what, part?.path]) };
}

test("a way to compare that there is not is left empty, and the item comes", async () => {
  const uris = [{ uri: "https://a.test", match: 9 }];
  const { entry, remarks } = await become({ ...login, login: { ...login.login, uris } });
  expect(entry?.item.data).toMatchObject({ uris: [{ uri: "https://a.test", match: null }] });
  expect(remarks).toEqual([["odd_value", "uris"]]);
});

test.each(["no date", "+275760-09-13T00:00:00.000Z", "-000001-01-01T00:00:00.000Z"])(
  "a former password of %s is kept, with the date at which dates begin",
  async (lastUsedDate) => {
    const { entry, remarks } = await become({
      ...login,
      passwordHistory: [{ password: "old", lastUsedDate }],
    });
    expect(entry?.item.passwordHistory).toEqual([
      { password: "old", lastUsedDate: "1970-01-01T00:00:00.000Z" },
    ]);
    expect(remarks).toEqual([["odd_value", "passwordHistory"]]);
  },
);

test("what protects an item in a way that nobody knows asks for the master password", async () => {
  const { entry, remarks } = await become({ ...login, reprompt: 7 });
  expect(entry?.reprompt).toBe("password");
  expect(remarks).toEqual([["odd_value", "reprompt"]]);
});

test("marks and numbers that stand as texts are read, and numbers that are texts are written out", async () => {
  const card = { type: "3", name: 7, favorite: "true", reprompt: "1", card: { expMonth: 4, code: "012" } };
  const { entry, remarks } = await become(card);
  expect(entry).toMatchObject({
    item: { type: "card", name: "7", data: { expMonth: "4", code: "012" } },
    isFavorite: true,
    reprompt: "password",
  });
  expect(remarks).toEqual([]);
});

test("an object in the place of a text is left out, and named", async () => {
  const { entry, remarks } = await become({ type: 3, name: "Card", card: { number: { a: 1 }, code: "1" } });
  expect(entry?.item.data).toMatchObject({ number: null, code: "1" });
  expect(remarks).toEqual([["odd_value", "number"]]);
});

test("half of a pair of letters is marked, and named", async () => {
  const { entry, remarks } = await become({ ...login, notes: "a\ud800b" });
  expect(entry?.item.notes).toBe("a\ufffdb");
  expect(remarks).toEqual([["odd_value", "notes"]]);
});

test("of more folders than an item can be in, the first are kept", async () => {
  const folders = Array.from({ length: placesOfOne + 1 }, (_, at) => ({ id: `${at}`, name: `F${at}` }));
  const { entry, remarks } = await become(
    { ...login, collectionIds: folders.map(({ id }) => id) },
    { collections: folders },
  );
  expect(entry?.folders).toEqual(folders.slice(0, placesOfOne).map(({ name }) => name));
  expect(remarks).toEqual([["folders_left_out", undefined]]);
});

test("a folder that is none does not spoil the others", async () => {
  const { entry, remarks } = await become(
    { ...login, folderId: "a", collectionIds: ["b"] },
    { folders: [null, 7, { id: "a", name: "A" }, { id: "b", name: {} }] },
  );
  expect(entry?.folders).toEqual(["A"]);
  expect(remarks).toEqual([["no_such_folder", undefined]]);
});

test("a value of Keeper's that is deeper than a stack is left out, and named", async () => {
  const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
  const text = `{"records":[{"title":"A","password":"p","custom_fields":{"$text:Deep":${deep},"Colour":"blue"}}]}`;
  const found = await readFile(utf8(text));
  expect(found).toMatchObject({
    entries: [{ item: { data: { password: "p" }, fields: [{ name: "Colour", value: "blue" }] } }],
    remarks: [{ what: "odd_value", name: "A", part: { path: "fields" } }],
  });
});

test("what a table calls constructor is a name like others", async () => {
  const enpass = await readFile(utf8("Title,Field\nA,constructor,one,password,two\n"));
  expect(enpass).toMatchObject({
    entries: [{ item: { data: { password: "two" }, fields: [{ name: "constructor", value: "one" }] } }],
  });
  const head = "type,number,name,issue_date,expiration_date,place_of_issue,state";
  const dashlane = await readFile(utf8(`${head}\nconstructor,123,Ada Cole,,,,\n`));
  expect(dashlane).toMatchObject({
    entries: [{ item: { fields: [{ name: "type" }, { name: "number", value: "123" }] } }],
  });
});
