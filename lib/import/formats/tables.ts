import type { Entry } from "@/lib/import/entry";
import { readBitwardenRow } from "@/lib/import/formats/bitwarden-csv";
import {
  readDashlaneId,
  readDashlaneLogin,
  readDashlaneNote,
  readDashlanePayment,
  readDashlanePerson,
} from "@/lib/import/formats/dashlane";
import { looksLikeEnpass, readEnpass } from "@/lib/import/formats/enpass";
import { readFirefox } from "@/lib/import/formats/firefox";
import { readKeePassRow } from "@/lib/import/formats/keepass-csv";
import { looksLikeKeeper, readKeeperCsv } from "@/lib/import/formats/keeper-csv";
import { isWrapped, readLastPass } from "@/lib/import/formats/lastpass";
import { readNordPass } from "@/lib/import/formats/nordpass";
import { readProtonRow } from "@/lib/import/formats/proton-pass";
import { readyMappings } from "@/lib/import/formats/ready-mappings";
import type { Collected, Imported } from "@/lib/import/imported";
import { readMapped } from "@/lib/import/mapping";
import { type Cells, readRows } from "@/lib/import/read-rows";
import { hasColumns, type Row, type Table, tableOf } from "@/lib/import/table";

type ReadRow = (cells: Cells, into: Collected) => Entry | null;
type Known = { format: TableFormat; needs: readonly string[]; read: (table: Table) => Imported };

export type TableFormat =
  | "bitwarden_csv"
  | "lastpass"
  | "keeper_csv"
  | "dashlane"
  | "nordpass"
  | "proton_csv"
  | "firefox"
  | "keepassxc"
  | "passbolt"
  | "enpass"
  | keyof typeof readyMappings;

const byRow = (format: TableFormat, needs: string[], read: ReadRow): Known => ({
  format,
  needs,
  read: (table) => readRows(table, read),
});

const cellsIn = function* (table: Table) {
  for (const { cells } of table.rows) yield* cells;
};

/** Tables by the columns that make them known, the more particular ones first. */
const known: readonly Known[] = [
  byRow("bitwarden_csv", ["collections", "type", "name", "login_uri"], readBitwardenRow),
  byRow("bitwarden_csv", ["folder", "type", "name", "login_uri"], readBitwardenRow),
  {
    format: "lastpass",
    needs: ["url", "username", "password", "extra", "name", "grouping"],
    read: (table) => readRows(table, readLastPass(isWrapped(cellsIn(table)))),
  },
  byRow("firefox", ["url", "username", "password", "httprealm", "guid"], readFirefox),
  byRow(
    "nordpass",
    ["name", "url", "username", "password", "note", "cardholdername", "cardnumber"],
    readNordPass,
  ),
  byRow(
    "proton_csv",
    ["type", "name", "url", "username", "password", "note", "totp", "createtime"],
    readProtonRow,
  ),
  byRow("dashlane", ["username", "username2", "username3", "title", "password"], readDashlaneLogin),
  byRow("dashlane", ["type", "account_name", "account_holder", "cc_number"], readDashlanePayment),
  byRow("dashlane", ["type", "number", "name", "issue_date", "expiration_date"], readDashlaneId),
  byRow("dashlane", ["type", "title", "first_name", "last_name", "login"], readDashlanePerson),
  byRow("keepassxc", ["group", "title", "username", "password", "url", "icon"], readKeePassRow(true)),
  byRow("passbolt", ["group", "title", "username", "password", "url"], readKeePassRow(false)),
  // The table has exactly the formats as keys.
  ...Object.entries(readyMappings).map(
    ([format, { needs, mapping }]): Known => ({
      format: format as keyof typeof readyMappings,
      needs,
      read: (table) => readMapped(table, mapping),
    }),
  ),
];

/** What a table is, and how it is read; null where nobody knows its columns. */
export function knownTable(rows: readonly Row[]): { format: TableFormat; read: () => Imported } | null {
  if (looksLikeEnpass(rows)) return { format: "enpass", read: () => readEnpass(rows) };
  const table = tableOf(rows);
  const ids = table.columns.map(({ id }) => id);
  if (ids.join() === "title,note" || ids.join() === "title,note,category")
    return { format: "dashlane", read: () => readRows(table, readDashlaneNote) };
  const found = known.find(({ needs }) => hasColumns(table, needs));
  if (found) return { format: found.format, read: () => found.read(table) };
  return looksLikeKeeper(rows) ? { format: "keeper_csv", read: () => readKeeperCsv(rows) } : null;
}
