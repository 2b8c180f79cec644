import { describe, expect, test } from "vitest";
import { utf8 } from "@/lib/crypto/bytes";
import { guessByNames, type Target } from "@/lib/import/mapping";
import { previewOf } from "@/lib/import/preview";
import { readFile } from "@/lib/import/read-file";
import { makeReader } from "@/lib/import/reader";
import { rowsOf, tableOf } from "@/lib/import/table";

const entriesOf = async (text: string, targets?: Target[], isNamed = true) => {
  const found = await readFile(utf8(text), { naming: targets && { isNamed, targets } });
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
  const preview = previewOf(found);
  if (preview.kind !== "table") throw new Error("it is known");
  expect(preview.isNamed).toBe(true);
  expect(preview.named.guess).toEqual(["name", "username", "password", "text", "hidden", "text"]);
  expect([preview.named.rows, preview.bare.rows]).toEqual([2, 3]);
});

test("columns become what they are said to become, and what is not said is kept hidden", async () => {
  const { entries } = await entriesOf(table, ["name", "username", "password", "folder", "hidden", "notes"]);
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
  const { entries, remarks } = await entriesOf("a,b\nx,\n,y", ["name", "none"]);
  expect(entries).toHaveLength(1);
  expect(remarks).toContainEqual({ what: "nothing_in_it", place: 3, name: null });
});

test("of two columns for one part the second is kept as a field", async () => {
  const { entries } = await entriesOf("a,b\nx,y", ["password", "password"]);
  expect(entries[0]?.item).toMatchObject({
    data: { password: "x" },
    fields: [{ name: "b", value: "y", type: 1 }],
  });
});

test("a guess names every column", () => {
  const columns = tableOf(rowsOf("User Name,URL,Foo,id\n1,2,3,4"));
  expect(guessByNames(columns)).toEqual(["username", "url", "text", "none"]);
});

test("a column that is left out is named where it holds something, whoever has chosen that", async () => {
  const { remarks } = await entriesOf("a,b,c\nx,1,\nz,,", ["name", "none", "none"]);
  expect(remarks).toEqual([{ what: "column_left_out", place: 2, name: "b", found: "1" }]);
  const known = await entriesOf("id,company_name,name,username,password\n1,Acme,Router,admin,p");
  expect(known.remarks).toEqual([{ what: "column_left_out", place: 1, name: "id", found: "1" }]);
});

describe("headings are known in English, French and German, with accents and without", () => {
  test.each<[string, Target]>([
    ...["Nom", "Titre", "Titel", "Bezeichnung", "Libellé"].map(
      (heading) => [heading, "name"] as [string, Target],
    ),
    ...["Identifiant", "Nom d'utilisateur", "Nom d’utilisateur", "Utilisateur", "Compte"].map(
      (heading) => [heading, "username"] as [string, Target],
    ),
    ...["Benutzer", "Benutzername", "Konto", "E-Mail-Adresse", "Adresse e-mail", "Email address"].map(
      (heading) => [heading, "username"] as [string, Target],
    ),
    ...["Mot de passe", "Kennwort", "Passwort"].map((heading) => [heading, "password"] as [string, Target]),
    ...["Site web", "Adresse", "URL", "Webseite", "Lien"].map(
      (heading) => [heading, "url"] as [string, Target],
    ),
    ...["Remarques", "Notes", "Notizen", "Bemerkung"].map(
      (heading) => [heading, "notes"] as [string, Target],
    ),
    ...["Dossier", "Catégorie", "Categorie", "CATÉGORIE", "Ordner", "Kategorie"].map(
      (heading) => [heading, "folder"] as [string, Target],
    ),
    ...["Archivé", "Archive"].map((heading) => [heading, "archived"] as [string, Target]),
    ...["Schlüssel", "Clé"].map((heading) => [heading, "hidden"] as [string, Target]),
    ...["id", "asset_id", "created", "Created at", "updated_at"].map(
      (heading) => [heading, "none"] as [string, Target],
    ),
    // They only begin or end like one of these.
    ...["Ideas", "Createdness", "Updated price list", "Article"].map(
      (heading) => [heading, "text"] as [string, Target],
    ),
  ])("%s becomes %s", (heading, target) => {
    expect(guessByNames(tableOf(rowsOf(`${heading},Foo\n1,2`)))).toEqual([target, "text"]);
  });

  test.each(["Identifiant,Catégorie", "Kennwort,Titel", "nom d’utilisateur,Remarques", "Dossier,Clé"])(
    "%s is a first row that names columns",
    async (head) => {
      expect(await readFile(utf8(`${head},Foo\nx,y,z`))).toMatchObject({ kind: "table", isNamed: true });
    },
  );
});

describe("a table whose first row is an item", () => {
  const unnamed = "Router,admin,Hunter2!,https://r.test\nSwitch,root,Hunter3!,https://s.test,more";
  test("is taken for one, and nothing is kept of it", async () => {
    const preview = previewOf(await readFile(utf8(unnamed)));
    expect(preview).toMatchObject({ kind: "table", isNamed: false, mark: null });
    if (preview.kind !== "table") throw new Error("it is known");
    expect(preview.bare.guess).toEqual(["name", "hidden", "hidden", "url", "hidden"]);
    expect(preview.bare.columns[2]?.samples).toEqual(["Hunter2!", "Hunter3!"]);
  });

  test("is imported with it", async () => {
    const { entries } = await entriesOf(unnamed, ["name", "username", "password", "url", "hidden"], false);
    expect(entries).toMatchObject([
      { place: 1, item: { name: "Router", data: { password: "Hunter2!" }, fields: [] } },
      { place: 2, item: { name: "Switch", fields: [{ name: "5", value: "more", type: 1 }] } },
    ]);
  });

  test("of one row is a table, and one that has names alone is not", async () => {
    expect((await readFile(utf8("Router,admin,Hunter2!"))).kind).toBe("table");
    await expect(readFile(utf8("Konto,Name,Password"))).rejects.toMatchObject({ trouble: "no_items" });
  });

  test("gives the others the ids that they have without it", async () => {
    const idsOf = async (isNamed: boolean) => {
      const reader = makeReader();
      const targets: Target[] = ["name", "username", "password", "url"];
      await reader.read(utf8(unnamed.replace(",more", "")), { naming: { isNamed, targets } });
      const total = await reader.choose({ importId: "one", leavesRepeated: true, restricted: [] });
      return (await reader.part(0, total)).map(({ itemId }) => itemId);
    };
    expect(await idsOf(true)).toEqual((await idsOf(false)).slice(1));
  });
});

test("what a device keeps of names does not say them", async () => {
  const preview = previewOf(await readFile(utf8(table)));
  expect(preview).toMatchObject({ mark: expect.stringMatching(/^[0-9a-f]{64}$/) });
});
