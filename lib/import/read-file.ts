import { type Archive, archiveOf, emptyArchive } from "@/lib/import/archive";
import { decodeText } from "@/lib/import/decode-text";
import { keepWhatFits } from "@/lib/import/fits";
import { BitwardenFile, readBitwardenJson } from "@/lib/import/formats/bitwarden-json";
import { openProtected, ProtectedFile } from "@/lib/import/formats/bitwarden-protected";
import { isKdbx, readKdbx, readKeePassXml } from "@/lib/import/formats/keepass";
import { KeeperFile, readKeeperJson } from "@/lib/import/formats/keeper-json";
import { OnePasswordFile, readOnePassword } from "@/lib/import/formats/one-password";
import { ProtonFile, readProtonJson } from "@/lib/import/formats/proton-pass";
import { knownTable, type TableFormat } from "@/lib/import/formats/tables";
import type { Imported } from "@/lib/import/imported";
import { jsonOf } from "@/lib/import/json";
import { readMapped, seemsNamed, type Target } from "@/lib/import/mapping";
import { bareTableOf, type Row, rowsOf, tableOf } from "@/lib/import/table";
import { CannotImport } from "@/lib/import/trouble";
import { isZip, unzip } from "@/lib/import/unzip";

export type Format =
  | TableFormat
  | "bitwarden_json"
  | "bitwarden_protected"
  | "one_password"
  | "keeper_json"
  | "proton_json"
  | "keepass"
  | "keepass_xml"
  | "table";

/** What was found in a file, or a table whose columns somebody has to name first. */
export type Found =
  | ({ kind: "items"; format: Format } & Imported)
  | { kind: "table"; rows: Row[]; isNamed: boolean };

/** What somebody says of a table. */
export type Naming = {
  /** Whether its first row has the names of the columns. */
  isNamed: boolean;
  /** What each column becomes, in their order. */
  targets: readonly Target[];
};

type Given = {
  /** Of a file that is protected by one. */
  password?: string | undefined;
  /** Of a table that is of no known kind, or is to be read in another way. */
  naming?: Naming | undefined;
};

export const largestFile = 200 * 1024 * 1024;

/**
 * Finds out what a file is by looking into it, whatever it is called, and reads it.
 *
 * @throws {CannotImport} for the whole, with the reason: no part of a file that cannot be read is taken.
 */
export async function readFile(bytes: Uint8Array, given: Given = {}): Promise<Found> {
  if (bytes.length === 0) throw new CannotImport("empty");
  if (bytes.length > largestFile) throw new CannotImport("too_large");
  if (startsWith(bytes, "%PDF")) throw new CannotImport("pdf");
  if ([0xd0, 0xcf, 0x11, 0xe0].every((byte, at) => bytes[at] === byte)) throw new CannotImport("spreadsheet");
  if (isZip(bytes)) return ofItems(await readArchive(bytes));
  if (isKdbx(bytes)) return ofItems({ format: "keepass", ...(await readKdbx(bytes, passwordOf(given))) });
  return readText(decodeText(bytes), given);
}

function startsWith(bytes: Uint8Array, text: string): boolean {
  return [...text].every((letter, at) => bytes[at] === letter.charCodeAt(0));
}

function passwordOf({ password }: Given): string {
  if (!password) throw new CannotImport("needs_password");
  return password;
}

type Items = { format: Format } & Imported;

function ofItems({ format, ...imported }: Items): Found {
  const fitting = keepWhatFits(imported);
  if (fitting.entries.length === 0 && fitting.remarks.length === 0) throw new CannotImport("no_items");
  return { kind: "items", format, ...fitting };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what no text has
const noText = /[\x00-\x08\x0e-\x1a\x1c-\x1f]/g;

/** Pictures and programs can be decoded as a text too. It has letters then that no text has. */
function isBinary(text: string): boolean {
  const head = text.slice(0, 4000);
  return (head.match(noText)?.length ?? 0) > head.length / 100;
}

async function readText(text: string, given: Given): Promise<Found> {
  if (isBinary(text)) throw new CannotImport("unknown");
  const bare = text.trimStart();
  if (bare === "") throw new CannotImport("empty");
  if (bare.startsWith("-----BEGIN PGP")) throw new CannotImport("encrypted");
  if (bare.startsWith("{") || bare.startsWith("[")) {
    const json = jsonOf(bare);
    if (json !== undefined) return ofItems(await readJson(json, given));
    if (/^[{[]\s*["{[]/.test(bare)) throw new CannotImport("damaged");
  }
  if (bare.startsWith("<")) {
    if (!bare.includes("<KeePassFile")) throw new CannotImport("unknown");
    return ofItems({ format: "keepass_xml", ...(await readKeePassXml(bare)) });
  }
  return readTable(rowsOf(text), given);
}

function readTable(rows: Row[], { naming }: Given): Found {
  if (rows.length === 0) throw new CannotImport("empty");
  const known = naming ? null : knownTable(rows);
  if (known) return ofItems({ format: known.format, ...known.read() });
  if (bareTableOf(rows).columns.length < 2) throw new CannotImport("unknown");
  if (naming) return ofItems({ format: "table", ...readNamed(rows, naming) });
  const isNamed = seemsNamed(rows);
  if (isNamed && rows.length === 1) throw new CannotImport("no_items");
  return { kind: "table", rows, isNamed };
}

function readNamed(rows: Row[], { isNamed, targets }: Naming): Imported {
  const table = isNamed ? tableOf(rows) : bareTableOf(rows);
  return readMapped(
    table,
    table.columns.map(({ id }, at) => [id, targets[at] ?? "hidden"]),
  );
}

async function readJson(json: unknown, given: Given, archive: Archive = emptyArchive): Promise<Items> {
  const wrapped = ProtectedFile.safeParse(json);
  if (wrapped.success) {
    const opened = jsonOf(await openProtected(wrapped.data, passwordOf(given)));
    const plain = BitwardenFile.safeParse(opened);
    if (!plain.success) throw new CannotImport("damaged");
    return { format: "bitwarden_protected", ...readBitwardenJson(plain.data) };
  }
  const bitwarden = BitwardenFile.safeParse(json);
  if (bitwarden.success) return { format: "bitwarden_json", ...readBitwardenJson(bitwarden.data) };
  const proton = ProtonFile.safeParse(json);
  if (proton.success && !proton.data.encrypted)
    return { format: "proton_json", ...readProtonJson(proton.data) };
  const keeper = KeeperFile.safeParse(json);
  if (keeper.success) return { format: "keeper_json", ...readKeeperJson(keeper.data) };
  const one = OnePasswordFile.safeParse(json);
  if (one.success) return { format: "one_password", ...readOnePassword(one.data, archive) };
  throw new CannotImport(
    isSealedForAccount(json) ? "account_restricted" : proton.success ? "encrypted" : "unknown",
  );
}

const isSealedForAccount = (json: unknown) =>
  typeof json === "object" &&
  json !== null &&
  "encrypted" in json &&
  json.encrypted === true &&
  "items" in json;

async function readArchive(bytes: Uint8Array): Promise<Items> {
  const archive = archiveOf(bytes);
  const names = archive.names;
  if (names.includes("[Content_Types].xml")) throw new CannotImport("spreadsheet");
  const ends = (end: string) => names.filter((name) => name.toLowerCase().endsWith(end));
  const json = names.find((name) => /(^|\/)(export\.data|data\.json)$/.test(name));
  if (json) {
    const text = decodeText(unzip(bytes, (name) => name === json).get(json) ?? new Uint8Array());
    const read = jsonOf(text);
    if (read === undefined) throw new CannotImport("damaged");
    return readJson(read, {}, archive);
  }
  if (ends(".pgp").length > 0) throw new CannotImport("encrypted");
  const tables = ends(".csv");
  if (tables.length === 0) throw new CannotImport("nothing_in_archive");
  return readTables([...unzip(bytes, (name) => tables.includes(name)).values()]);
}

/** Several tables of one program, one after the other. */
function readTables(files: Uint8Array[]): Items {
  const read = files.flatMap((file) => {
    if (file.length === 0) return [];
    const known = knownTable(rowsOf(decodeText(file)));
    if (!known) throw new CannotImport("unknown");
    return { format: known.format, ...known.read() };
  });
  const [first] = read;
  if (!first) throw new CannotImport("no_items");
  return {
    format: first.format,
    entries: read.flatMap(({ entries }) => entries),
    folders: [...new Set(read.flatMap(({ folders }) => folders))],
    remarks: read.flatMap(({ remarks }) => remarks),
  };
}
