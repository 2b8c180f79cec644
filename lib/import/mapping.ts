import {
  type Entry,
  entryOf,
  type Field,
  folderOf,
  hiddenField,
  itemOf,
  textField,
  urisOf,
} from "@/lib/import/entry";
import { collect, type Imported } from "@/lib/import/imported";
import type { Row, Table } from "@/lib/import/table";

/** What a column of a table can become. */
export const targets = [
  "name",
  "username",
  "password",
  "totp",
  "url",
  "notes",
  "folder",
  "favorite",
  "archived",
  "text",
  "hidden",
  "none",
] as const;
export type Target = (typeof targets)[number];

/** What columns of a table become, by the column's name without case. */
export type Mapping = readonly (readonly [string, Target])[];

const yes = new Set(["1", "true", "yes", "x", "oui", "ja"]);

/**
 * Reads a table by what its columns become. A column that the mapping does not name is kept as a hidden field, because
 * nobody knows what stands in it. Several columns of one target: of parts the first filled one, the others as hidden
 * fields; folders are put one into the other; notes follow each other. A column that is left out is named where it holds
 * something.
 */
export function readMapped(table: Table, mapping: Mapping): Imported {
  const targetOf = new Map(mapping);
  const into = collect();
  for (const { id, title, index } of table.columns) {
    const filled = table.rows.filter(({ cells }) => cells[index]).length;
    if (targetOf.get(id) === "none" && filled > 0)
      into.remark({ what: "column_left_out", place: index + 1, name: title, found: String(filled) });
  }
  for (const row of table.rows) {
    const about = { place: row.line };
    const cellsOf = (wanted: Target) =>
      table.columns.flatMap(({ id, title, index }) =>
        (targetOf.get(id) ?? "hidden") === wanted && row.cells[index]
          ? [{ title, text: row.cells[index] }]
          : [],
      );
    const [first] = cellsOf("name");
    if (row.cells.slice(table.columns.length).some((cell) => cell !== "")) {
      into.remark({ what: "too_many_cells", ...about, name: first?.text ?? null });
      continue;
    }
    const entry = entryOfRow(cellsOf, row.line);
    if (!entry) into.remark({ what: "nothing_in_it", ...about, name: null });
    else {
      if (row.cells.length < table.columns.length)
        into.remark({ what: "too_few_cells", ...about, name: entry.item.name });
      into.add(entry);
    }
  }
  return into.found;
}

type Cell = { title: string; text: string };

function entryOfRow(cellsOf: (target: Target) => Cell[], place: number): Entry | null {
  const spare: (Field | null)[] = [];
  const one = (target: Target): string | undefined => {
    const [first, ...others] = cellsOf(target);
    for (const { title, text } of others) spare.push(hiddenField(title, text));
    return first?.text;
  };
  const name = one("name");
  const login = { username: one("username"), password: one("password"), totp: one("totp") };
  const uris = urisOf(cellsOf("url").map(({ text }) => text));
  const notes = cellsOf("notes")
    .map(({ text }) => text)
    .join("\n\n");
  const fields = [
    ...cellsOf("text").map(({ title, text }) => textField(title, text)),
    ...cellsOf("hidden").map(({ title, text }) => hiddenField(title, text)),
    ...spare,
  ];
  const hasLogin = uris.length > 0 || Object.values(login).some(Boolean);
  if (!name && !hasLogin && notes === "" && fields.length === 0) return null;
  const common = { name, notes, fields };
  return entryOf(
    hasLogin ? itemOf("login", { ...common, ...login, uris }) : itemOf("secure_note", common),
    place,
    {
      folders: folderOf(
        cellsOf("folder")
          .map(({ text }) => text)
          .join("/"),
      ),
      isFavorite: cellsOf("favorite").some(({ text }) => yes.has(text.toLowerCase())),
      isArchived: cellsOf("archived").some(({ text }) => yes.has(text.toLowerCase())),
    },
  );
}

/** What headings of columns mean, in English, French and German, without accents. */
const words: [RegExp, Target][] = [
  [/^(id|passportal id|(created|updated|modified)( (at|on))?)$|_(id|at)$/, "none"],
  [/totp|otp|2fa|authenticator|einmal-?(code|passwort)|code a usage unique/, "totp"],
  [
    /^(user|user[ _]?name|login|login[ _]?name|account|compte|konto|identifiant|(nom (d'|d )?)?utilisateur)$/,
    "username",
  ],
  [/^((be)?nutzer(name)?|anmeldename|courriel|(adresse )?e-?mail([ -]?(address|adresse))?)$/, "username"],
  [/^(pass|pwd|pass ?word|passwort|kennwort|mot de passe|mdp)$/, "password"],
  [/url|web ?(site|seite|adresse)|^site (web|internet)$|^(link|lien)$|address|adresse/, "url"],
  [/^(notes?|notiz(en)?|comments?|commentaires?|kommentare?|extra|description|beschreibung)$/, "notes"],
  [/^(remarques?|bemerkung(en)?|anmerkung(en)?)$/, "notes"],
  [/folder|dossier|ordner|group|gruppe|collection|sammlung|category|categorie|kategorie/, "folder"],
  [/^(vault|coffre|tresor)$/, "folder"],
  [/^(name|title|nom|titre|titel|bezeichnung|resource|label|libelle|item)$/, "name"],
  [/^fav/, "favorite"],
  [/^archiv(ed|e|iert)$/, "archived"],
  [/pin|secret|geheim|key|schlussel|\bcles?\b|cvv|code/, "hidden"],
];

/** A heading as the words above are written: without case, accents and printers' apostrophes. */
const plainHeading = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{Mark}/gu, "")
    .replaceAll("’", "'");

const targetNamed = (heading: string): Target | undefined => {
  const plain = plainHeading(heading);
  return words.find(([word]) => word.test(plain))?.[1];
};

/** A guess at what the columns of a table become that its first row names, for somebody to correct. */
export const guessByNames = ({ columns }: Table): Target[] =>
  columns.map(({ id }) => targetNamed(id) ?? "text");

/** The same where nothing names them. What is not known may be a secret. */
export const guessByCells = ({ columns, rows }: Table): Target[] =>
  columns.map(({ index }) => {
    if (rows.some(({ cells }) => /^https?:\/\//i.test(cells[index] ?? ""))) return "url";
    return index === 0 ? "name" : "hidden";
  });

/**
 * Whether the first row of a table seems to name its columns: some of its cells are words for what columns hold, and none
 * is what only items have.
 */
export function seemsNamed([head]: readonly Row[]): boolean {
  const cells = (head?.cells ?? []).map((cell) => cell.trim());
  const isValue = (cell: string) => cell.length > 40 || /:\/\/|@|^[\d\s.,:/-]+$/.test(cell);
  return !cells.some(isValue) && cells.filter(targetNamed).length > 1;
}
