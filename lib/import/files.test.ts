import { randomUUID } from "node:crypto";
import { strToU8, zipSync } from "fflate";
import * as kdbxweb from "kdbxweb";
import { expect, test } from "vitest";
import { utf8 } from "@/lib/crypto/bytes";
import { attachmentsOfItem, largestFile } from "@/lib/domain/attachment/limits";
import { entryOf, itemOf } from "@/lib/import/entry";
import { keepWhatFits } from "@/lib/import/fits";
import { wholeLikeness } from "@/lib/import/likeness";
import { readFile } from "@/lib/import/read-file";
import { makeReader } from "@/lib/import/reader";

type Given = { title: string; document?: object; sections?: object[] };

/** A file of 1Password with such items, and such files beside them. */
function anArchive(items: Given[], files: Record<string, Uint8Array>): Uint8Array {
  const listed = items.map(({ title, document, sections }) => ({
    categoryUuid: document ? "006" : "003",
    overview: { title },
    details: { documentAttributes: document, sections },
  }));
  const data = { accounts: [{ vaults: [{ attrs: { name: "Ours" }, items: listed }] }] };
  return zipSync({ "export.data": strToU8(JSON.stringify(data)), ...files });
}

const ofSection = (fileName: string, documentId: string) => ({
  fields: [{ title: "scan", id: "1", value: { file: { fileName, documentId } } }],
});

async function opened(bytes: Uint8Array) {
  const reader = makeReader();
  const read = await reader.read(bytes, { password: "x" });
  if (!read.ok || read.preview.kind !== "items") throw new Error("no items");
  const choose = () =>
    reader.choose({ importId: randomUUID(), leavesRepeated: true, leavesThere: true, restricted: [] });
  return { reader, preview: read.preview, choose };
}

test("a document is a note with its file, and files of sections belong to their item", async () => {
  const { reader, preview, choose } = await opened(
    anArchive(
      [
        { title: "Contract", document: { fileName: "contract.pdf", documentId: "d1" } },
        { title: "Passport", sections: [ofSection("front.png", "s1"), ofSection("back.png", "s2")] },
      ],
      {
        "files/d1__contract.pdf": utf8("one"),
        "files/s1__front.png": utf8("two"),
        "files/s2__x": utf8("three"),
      },
    ),
  );
  expect(preview).toMatchObject({ total: 2, files: 3, changed: { count: 0 }, leftOut: { count: 0 } });
  await choose();
  const items = await reader.part(0, 2);
  expect(items.map(({ item }) => [item.type, item.name])).toEqual([
    ["secure_note", "Contract"],
    ["secure_note", "Passport"],
  ]);
  // A page is handed the bytes of one file at a time.
  expect(items.some((item) => "files" in item)).toBe(false);
  const files = await reader.files();
  expect(
    files.map(({ name, number, itemId }) => [name, number, items.findIndex((i) => i.itemId === itemId)]),
  ).toEqual([
    ["contract.pdf", 0, 0],
    ["front.png", 0, 1],
    ["back.png", 1, 1],
  ]);
  const bytes = await Promise.all(files.map((file) => reader.file(file)));
  expect(bytes.map((each) => each && Buffer.from(each).toString())).toEqual(["one", "two", "three"]);
  expect(await reader.file({ itemId: randomUUID(), number: 0 })).toBe(null);
});

test("what is not in the archive is named", async () => {
  const { preview } = await opened(
    anArchive(
      [
        { title: "Contract", document: { fileName: "contract.pdf", documentId: "d1" } },
        { title: "Passport", sections: [ofSection("front.png", "s1")] },
      ],
      {},
    ),
  );
  expect(preview).toMatchObject({ total: 1, files: 0 });
  expect(preview.leftOut.remarks).toMatchObject([{ what: "only_a_file", found: "contract.pdf" }]);
  expect(preview.changed.remarks).toMatchObject([{ what: "file_left_out", found: "front.png" }]);
});

test("a file of an archive that is damaged is none, and the others come", async () => {
  const bytes = anArchive([{ title: "Passport", sections: [ofSection("a", "s1"), ofSection("b", "s2")] }], {
    "files/s1__a": utf8("first ".repeat(99)),
    "files/s2__b": utf8("second"),
  });
  const at = Buffer.from(bytes).indexOf("files/s1__a") + "files/s1__a".length;
  bytes.fill(255, at, at + 8);
  const { reader, choose } = await opened(bytes);
  await choose();
  const files = await reader.files();
  const read = await Promise.all(files.map((file) => reader.file(file)));
  expect(read.map((each) => each && Buffer.from(each).toString())).toEqual([null, "second"]);
});

test("items that differ only in their files are not the same twice", async () => {
  const document = (documentId: string) => ({
    title: "Contract",
    document: { fileName: "a.pdf", documentId },
  });
  const { preview } = await opened(
    anArchive([document("d1"), document("d2")], {
      "files/d1__a.pdf": utf8("one"),
      "files/d2__a.pdf": utf8("two"),
    }),
  );
  expect(preview).toMatchObject({ total: 2, repeated: 0 });
});

test("an item with files is not left out for one of the vault, whose files nobody knows", async () => {
  const { reader, choose } = await opened(await aDatabase());
  const total = await choose();
  const whole = (await reader.part(0, total)).map(({ item }) => wholeLikeness("salt", item));
  expect(await reader.there("salt", whole)).toMatchObject({ all: 1 });
  expect(await choose()).toBe(1);
});

/** A database of KeePass with two items, of which the first has two files. */
async function aDatabase() {
  const database = kdbxweb.Kdbx.create(
    new kdbxweb.Credentials(kdbxweb.ProtectedValue.fromString("x")),
    "Ours",
  );
  database.setKdf(kdbxweb.Consts.KdfId.Aes);
  database.header.kdfParameters?.set("R", kdbxweb.VarDictionary.ValueType.UInt64, kdbxweb.Int64.from(10));
  const [first, second] = [0, 1].map(() => database.createEntry(database.getDefaultGroup()));
  first?.fields.set("Title", "Router");
  second?.fields.set("Title", "Switch");
  first?.binaries.set("plan.txt", await database.createBinary(utf8("the plan").slice().buffer));
  first?.binaries.set(
    "key.bin",
    await database.createBinary(kdbxweb.ProtectedValue.fromBinary(utf8("key").slice().buffer)),
  );
  return new Uint8Array(await database.save());
}

test("files of a KeePass database come with their names and bytes", async () => {
  const found = await readFile(await aDatabase(), { password: "x" });
  if (found.kind !== "items") throw new Error("no items");
  expect(
    found.entries.map(({ item, files }) => [
      item.name,
      files.map((file) => [file.name, Buffer.from(file.read()).toString()]),
    ]),
  ).toEqual([
    [
      "Router",
      [
        ["plan.txt", "the plan"],
        ["key.bin", "key"],
      ],
    ],
    ["Switch", []],
  ]);
  expect(found.remarks).toEqual([]);
});

test("files that no item can have are named, and the others come", () => {
  const file = (name: string, size = 1) => ({ name, size, mark: name, read: () => new Uint8Array(size) });
  const wrong = [file("empty", 0), file("large", largestFile + 1), file("\u6587".repeat(400))];
  const many = Array.from({ length: attachmentsOfItem + 1 }, (_, at) => file(`${at}`, largestFile));
  const entry = entryOf(itemOf("secure_note", { name: "Plans" }), 1, { files: [...wrong, ...many] });
  const { entries, remarks } = keepWhatFits({ entries: [entry], folders: [], remarks: [] });
  expect(entries[0]?.files).toEqual(many.slice(0, attachmentsOfItem));
  expect(remarks.map(({ what, found }) => [what, found?.slice(0, 5)])).toEqual([
    ["file_left_out", "empty"],
    ["file_left_out", "large"],
    ["file_left_out", "\u6587".repeat(5)],
    ["file_left_out", `${attachmentsOfItem}`],
  ]);
});
