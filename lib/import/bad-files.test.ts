import { readFileSync } from "node:fs";
import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { utf8 } from "@/lib/crypto/bytes";
import { repeatedEntries } from "@/lib/import/duplicates";
import { readFile } from "@/lib/import/read-file";

const head = "name,url,username,password,note";
const row = "Büro,https://a.test,ana,p€ss,hi";

async function items(bytes: Uint8Array | string) {
  const found = await readFile(typeof bytes === "string" ? utf8(bytes) : bytes);
  if (found.kind !== "items") throw new Error("no known table");
  return found;
}

const refusedAs = (trouble: string, row: number | null = null) => ({
  name: "CannotImport",
  trouble,
  row,
});

const utf16 = (text: string, isBig: boolean) => {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), !isBig);
  return bytes;
};

describe("however a table is written down, its texts are the same", () => {
  const text = `${head}\n${row}\n`;
  const windows1252 = Uint8Array.from(text, (letter) => (letter === "€" ? 0x80 : letter.charCodeAt(0)));
  test.each([
    ["UTF-8", utf8(text)],
    ["a mark before it", utf8(`\uFEFF${text}`)],
    ["CRLF", utf8(text.replaceAll("\n", "\r\n"))],
    ["CR alone", utf8(text.replaceAll("\n", "\r"))],
    ["semicolons", utf8(text.replaceAll(",", ";"))],
    ["tabs", utf8(text.replaceAll(",", "\t"))],
    ["Excel's line", utf8(`sep=;\r\n${text.replaceAll(",", ";")}`)],
    ["UTF-16 with a mark", utf16(`\uFEFF${text}`, false)],
    ["UTF-16 of the other order", utf16(`\uFEFF${text}`, true)],
    ["UTF-16 without a mark", utf16(text, false)],
    ["Windows-1252", windows1252],
    ["empty lines before and between", utf8(`\n\n${head}\n\n${row}\n\n`)],
  ])("%s", async (_, bytes) => {
    const { entries, remarks } = await items(bytes);
    expect(remarks).toEqual([]);
    expect(entries).toMatchObject([
      { item: { name: "Büro", notes: "hi", data: { username: "ana", password: "p€ss" } } },
    ]);
  });
});

describe("a row that is not like the others", () => {
  test("with too few cells is read, and named", async () => {
    const { entries, remarks } = await items(`${head}\nA,https://a.test,ana,p`);
    expect(entries).toHaveLength(1);
    expect(remarks).toEqual([{ what: "too_few_cells", place: 2, name: "A" }]);
  });

  test("with too many is left out, and named by its line", async () => {
    const { entries, remarks } = await items(`${head}\n"A\nB",u,ana,p,n\nC,u,ana,p,n,more\n${row}`);
    expect(entries.map(({ place }) => place)).toEqual([2, 5]);
    expect(remarks).toEqual([{ what: "too_many_cells", place: 4, name: "C" }]);
  });

  test("whose quotation mark does not end spoils the file, and is named", async () => {
    await expect(items(`${head}\n${row}\nC,"u,ana,p,n`)).rejects.toMatchObject(refusedAs("damaged", 3));
  });

  test("with a cell that is too long is left out, with its part", async () => {
    const long = "n".repeat(1024 * 1024);
    const { entries, remarks } = await items(`${head}\nA,u,ana,p,${long}\n${row}`);
    expect(entries).toHaveLength(1);
    expect(remarks).toMatchObject([{ what: "too_long", place: 2, name: "A", part: { path: "notes" } }]);
  });
});

test("columns that nobody knows are kept hidden, whatever they are called", async () => {
  const { entries } = await items(`${head},__proto__,constructor,password\nA,u,ana,p,n,one,two,other`);
  expect(entries[0]?.item).toMatchObject({
    data: { password: "p" },
    fields: [
      { name: "__proto__", value: "one", type: 1 },
      { name: "constructor", value: "two", type: 1 },
      { name: "password (2)", value: "other", type: 1 },
    ],
  });
  expect(Object.prototype).not.toHaveProperty("one");
});

test("passwords come as they are", async () => {
  const odd = ["=cmd|' /C calc'!A0", " leading", "trailing ", "+1", "@x", "-2", "🗝️é", "a\u0000b"];
  const { entries } = await items(`${head}\n${odd.map((password) => `A,u,ana,"${password}",`).join("\n")}`);
  expect(entries.map(({ item }) => item.type === "login" && item.data.password)).toEqual(odd);
});

test("what stands there twice is found", async () => {
  const { entries } = await items(`${head}\n${row}\n${row}\nC,u,ana,p,`);
  expect([...repeatedEntries(entries)]).toEqual([entries[1]]);
});

/** An archive that says of its only file that it is small. */
function lying(archive: Uint8Array): Uint8Array {
  const view = new DataView(archive.buffer, archive.byteOffset);
  const central = archive.findLastIndex(
    (_, at) => at + 4 <= archive.length && view.getUint32(at, true) === 0x02014b50,
  );
  view.setUint32(central + 24, 1000, true);
  return archive;
}

describe("a file that is none of ours is refused, with the reason", () => {
  const sample = (name: string) => new Uint8Array(readFileSync(`test/import-samples/${name}`));
  const large = new Uint8Array(70 * 1024 * 1024);
  test.each([
    ["empty", new Uint8Array()],
    ["empty", utf8("\n \n")],
    ["pdf", utf8("%PDF-1.7 …")],
    ["spreadsheet", zipSync({ "[Content_Types].xml": utf8("x"), "xl/workbook.xml": utf8("x") })],
    ["unknown", utf8("only a line of text")],
    ["unknown", utf8("<html></html>")],
    ["damaged", utf8('{"items": [')],
    ["damaged", utf8('<!DOCTYPE x [<!ENTITY a "b">]><KeePassFile>&a;</KeePassFile>')],
    ["damaged", sample("1password.1pux").slice(0, 700)],
    ["unsafe_archive", zipSync({ "data.json": large })],
    ["unsafe_archive", zipSync({ "../data.json": utf8("{}") })],
    ["unsafe_archive", zipSync({ "a\\..\\..\\b.csv": utf8("{}") })],
    ["nothing_in_archive", zipSync({ "picture.png": utf8("x") })],
    ["nothing_in_archive", zipSync({ "inner.zip": zipSync({ "data.json": utf8("{}") }) })],
    ["unknown", zipSync({ "data.json": zipSync({ "data.json": utf8("{}") }) })],
    ["unknown", lying(zipSync({ "data.json": large }))],
    ["encrypted", zipSync({ "Proton Pass/data.pgp": utf8("x") })],
    ["encrypted", utf8("-----BEGIN PGP MESSAGE-----")],
    ["account_restricted", sample("bitwarden-account-restricted.json")],
    ["needs_password", sample("keepass-kdbx3.kdbx")],
    ["needs_password", sample("bitwarden-password-protected-pbkdf2.json")],
  ])("%s", async (trouble, bytes) => {
    await expect(readFile(bytes)).rejects.toMatchObject(refusedAs(trouble));
  });

  test.each([
    "keepass-kdbx3.kdbx",
    "keepass-kdbx4-argon2d.kdbx",
    "bitwarden-password-protected-pbkdf2.json",
    "bitwarden-password-protected-argon2id.json",
  ])("wrong_password of %s", async (name) => {
    await expect(readFile(sample(name), { password: "wrong" })).rejects.toMatchObject(
      refusedAs("wrong_password"),
    );
  });

  test("damaged, behind a password", async () => {
    const cut = sample("keepass-kdbx4-argon2d.kdbx").slice(0, 1500);
    await expect(readFile(cut, { password: "correct horse battery staple" })).rejects.toMatchObject(
      refusedAs("damaged"),
    );
  });

  test("a hundred thousand files in an archive are too many", async () => {
    const many = Object.fromEntries(
      Array.from({ length: 100_000 }, (_, at) => [`${at}.txt`, new Uint8Array()]),
    );
    await expect(readFile(zipSync(many, { level: 0 }))).rejects.toMatchObject(refusedAs("unsafe_archive"));
  });
});

test.each([
  [
    "a picture",
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52),
  ],
  [
    "bytes of any kind",
    Uint8Array.from({ length: 3000 }, (_, at) => (at * at * 31 + at * 7 + 5) % 256 || 44),
  ],
])("%s is no table", async (_, bytes) => {
  await expect(readFile(bytes)).rejects.toMatchObject(refusedAs("unknown"));
});
