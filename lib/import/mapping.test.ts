import { describe, expect, test } from "vitest";
import { utf8 } from "@/lib/crypto/bytes";
import { guessMapping, type Mapping } from "@/lib/import/mapping";
import { readFile } from "@/lib/import/read-file";
import { rowsOf, tableOf } from "@/lib/import/table";

const entriesOf = async (text: string, mapping?: Mapping) => {
  const found = await readFile(utf8(text), { mapping });
  if (found.kind !== "items") throw new Error("no items");
  return found;
};

describe("tables of programs that are known by their columns", () => {
  test.each([
    [
      "it_glue",
      "id,organization,name,password_category,username,password,url,notes,otp_secret,archived",
      '7,Acme,Router,Network,admin,p,https://r.test,"a note",JBSWY3DPEHPK3PXP,yes',
      {
        folders: ["Acme"],
        isArchived: true,
        item: {
          name: "Router",
          notes: "a note",
          fields: [{ name: "password_category", value: "Network", type: 0 }],
          data: { username: "admin", password: "p", totp: "JBSWY3DPEHPK3PXP" },
        },
      },
    ],
    [
      "hudu",
      "id,company_name,name,username,password,url,description,otp_secret,password_folder",
      "1,Acme,Router,admin,p,https://r.test,text,JBSWY3DPEHPK3PXP,Net",
      {
        folders: ["Acme/Net"],
        item: {
          name: "Router",
          notes: "text",
          data: { username: "admin", password: "p", totp: "JBSWY3DPEHPK3PXP" },
        },
      },
    ],
    [
      "passportal",
      "Passportal ID,Client Name,Credential Type,Description,Username,Password,Expires (Yes/No),URL,Notes",
      ",Acme,Router,Core router,admin,p,No,https://r.test,text",
      {
        folders: ["Acme"],
        item: { name: "Core router", notes: "text", data: { username: "admin", password: "p" } },
      },
    ],
    [
      "roboform",
      "Url,Name,MatchUrl,Login,Pwd,Note,Folder,RfFieldsV2",
      'https://r.test,Router,https://r.test,admin,p,text,/Work/Net,"x,y"',
      {
        folders: ["Work/Net"],
        item: {
          name: "Router",
          notes: "text",
          fields: [{ name: "RfFieldsV2", value: "x,y", type: 1 }],
          data: { username: "admin", password: "p" },
        },
      },
    ],
    [
      "passbolt",
      "Title,Username,URL,Password,Notes,Group,TOTP",
      "Router,admin,https://r.test,p,text,Work/Net,JBSWY3DPEHPK3PXP",
      {
        folders: ["Work/Net"],
        item: {
          name: "Router",
          notes: "text",
          data: { username: "admin", password: "p", totp: "JBSWY3DPEHPK3PXP" },
        },
      },
    ],
  ])("%s", async (format, head, row, expected) => {
    const found = await entriesOf(`${head}\n${row}`);
    expect(found.format).toBe(format);
    expect(found.entries).toMatchObject([expected]);
  });
});

const table =
  "Bezeichnung,Konto,Mot de passe,Kunde,PIN,Leer\nRouter,admin,p,Acme,1234,\n,,,,,\nNotiz,,,,,etwas";

test("a table that nobody knows waits for its columns to be named, with a guess", async () => {
  const found = await readFile(utf8(table));
  if (found.kind !== "table") throw new Error("it is known");
  expect(new Map(found.guess).get("mot de passe")).toBe("password");
  expect(new Map(found.guess).get("pin")).toBe("hidden");
});

test("columns become what they are said to become, and what is not said is kept hidden", async () => {
  const { entries } = await entriesOf(table, [
    ["bezeichnung", "name"],
    ["konto", "username"],
    ["mot de passe", "password"],
    ["kunde", "folder"],
    ["leer", "notes"],
  ]);
  expect(entries).toMatchObject([
    {
      folders: ["Acme"],
      item: {
        type: "login",
        name: "Router",
        fields: [{ name: "PIN", value: "1234", type: 1 }],
        data: { username: "admin", password: "p" },
      },
    },
    { item: { type: "secure_note", name: "Notiz", notes: "etwas" } },
  ]);
});

test("a row of which everything is left out is named", async () => {
  const { entries, remarks } = await entriesOf("a,b\nx,\n,y", [
    ["a", "name"],
    ["b", "none"],
  ]);
  expect(entries).toHaveLength(1);
  expect(remarks).toEqual([{ what: "nothing_in_it", place: 3, name: null }]);
});

test("of two columns for one part the second is kept as a field", async () => {
  const { entries } = await entriesOf("a,b\nx,y", [
    ["a", "password"],
    ["b", "password"],
  ]);
  expect(entries[0]?.item).toMatchObject({
    data: { password: "x" },
    fields: [{ name: "b", value: "y", type: 1 }],
  });
});

test("a guess names every column", () => {
  const columns = tableOf(rowsOf("User Name,URL,Foo,id\n1,2,3,4"));
  expect(guessMapping(columns)).toEqual([
    ["user name", "username"],
    ["url", "url"],
    ["foo", "text"],
    ["id", "none"],
  ]);
});
