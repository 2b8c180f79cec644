import { entryOf, type Field, folderOf, itemOf, textField, urisOf } from "@/lib/import/entry";
import { collect, type Imported } from "@/lib/import/imported";
import type { Row } from "@/lib/import/table";

const code = "TFC:Keeper";

/**
 * Keeper's CSV has no names of columns: folder, title, login, password, address, notes, shared folder, and then
 * pairs of a name and a value.
 */
export function readKeeperCsv(rows: readonly Row[]): Imported {
  const into = collect();
  for (const { line, cells } of rows) {
    const [folder, title, login, password, address, notes, shared] = cells;
    let totp: string | undefined;
    const fields: (Field | null)[] = [];
    for (let at = 7; at < cells.length; at += 2)
      if (cells[at] === code && totp === undefined) totp = cells[at + 1];
      else fields.push(textField(cells[at] ?? "", cells[at + 1]));
    // Behind a "#" stands what the others of a shared folder may do.
    const folders = [
      ...folderOf(folder, /\\+/),
      ...folderOf(shared?.replace(/#(edit|reshare|view)(\(.*\))?$/, ""), /\\+/),
    ];
    const common = { name: title, notes, fields };
    const isNote = !login && !password && !address && !totp && notes;
    into.add(
      entryOf(
        isNote
          ? itemOf("secure_note", common)
          : itemOf("login", { ...common, username: login, password, totp, uris: urisOf([address]) }),
        line,
        { folders },
      ),
    );
  }
  return into.found;
}

/** Rows of seven cells or of seven and pairs, of which the fifth is an address or empty. */
export const looksLikeKeeper = (rows: readonly Row[]): boolean =>
  rows.length > 0 &&
  rows.every(({ cells }) => cells.length >= 7 && cells.length % 2 === 1) &&
  rows.every(({ cells }) => !cells[4] || /^[a-z][a-z0-9+.-]*:\/\/|\./i.test(cells[4])) &&
  rows.some(({ cells }) => cells[4]?.includes("://") || cells.includes(code));
