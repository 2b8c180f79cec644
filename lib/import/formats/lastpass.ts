import { entryOf, folderOf, hiddenField, itemOf, orNull, textField, urisOf } from "@/lib/import/entry";
import type { Collected } from "@/lib/import/imported";
import type { Cells } from "@/lib/import/read-rows";

const entities: Record<string, string> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
};

/** Some exports of the website have wrapped every text for a page, once: then no character stands there that would be wrapped. */
export function isWrapped(texts: Iterable<string>): boolean {
  let found = false;
  for (const text of texts) {
    if (/&(?!(amp|lt|gt|quot|#39);)|[<>]/.test(text)) return false;
    found ||= text.includes("&");
  }
  return found;
}

const unwrapped = (text: string) =>
  text.replace(/&(amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity);

/** Lines of `Key:Value` after `NoteType:`; the last key and those of keys of several lines go on until the next one. */
function partsOf(note: string): Map<string, string> {
  const parts = new Map<string, string>();
  let last: string | null = null;
  for (const line of note.split(/\r\n|\n|\r/)) {
    const at = line.indexOf(":");
    const goesOn = last === "Notes" || (last?.endsWith(" Key") && !/^[A-Z][A-Za-z ]*:/.test(line));
    if (last !== null && (goesOn || at < 0)) parts.set(last, `${parts.get(last)}\n${line}`);
    else if (at >= 0) {
      last = line.slice(0, at);
      parts.set(last, line.slice(at + 1));
    }
  }
  return parts;
}

const months = ["January", "February", "March", "April", "May", "June", "July"].concat(
  ...["August", "September", "October", "November", "December"],
);
const secrets = /password|passphrase|private key|pin|security code|cvv|number/i;

/** What a note of a type says of itself in lines is what items have as parts or fields. */
function readNote(name: string, note: string) {
  const parts = partsOf(note);
  const type = parts.get("NoteType");
  const notes = parts.get("Notes");
  const taken = new Set(["NoteType", "Language", "Notes"]);
  const take = (key: string) => {
    taken.add(key);
    return parts.get(key);
  };
  const rest = () =>
    [...parts].flatMap(([key, value]) => {
      if (taken.has(key) || value.replaceAll(",", "") === "") return [];
      return secrets.test(key) ? hiddenField(key, value) : textField(key, value);
    });
  if (type === "Credit Card") {
    const [month = "", year] = (take("Expiration Date") ?? "").split(",");
    const expMonth = months.indexOf(month) + 1;
    const card = {
      cardholderName: take("Name on Card"),
      brand: take("Type"),
      number: take("Number"),
      code: take("Security Code"),
      expMonth: expMonth > 0 ? String(expMonth) : month,
      expYear: year,
    };
    return itemOf("card", { name, notes, ...card, fields: rest() });
  }
  const kind = textField("NoteType", type);
  return itemOf("secure_note", { name, notes, fields: [kind, ...rest()] });
}

/** A row of LastPass. */
export const readLastPass = (wrapped: boolean) => (cells: Cells, into: Collected) => {
  const { place } = cells;
  const get = (id: string) => (wrapped ? unwrapped(cells.get(id)) : cells.get(id));
  const [url, name, extra] = [get("url"), get("name"), get("extra")];
  const grouping = get("grouping");
  const folders = grouping === "(none)" ? [] : folderOf(grouping, /\\+/);
  const marks = { folders, isFavorite: get("fav") === "1" };
  const login = { username: get("username"), password: get("password"), totp: get("totp") };
  if (url === "http://group") {
    for (const path of folders) into.folder(path);
    return null;
  }
  if (url === "http://sn") {
    const isTyped = extra.startsWith("NoteType:");
    const fields = cells.rest();
    return entryOf(
      isTyped ? readNote(name, extra) : itemOf("secure_note", { name, notes: extra, fields }),
      place,
      marks,
    );
  }
  const given = { name, notes: orNull(extra), ...login, uris: urisOf([url]), fields: cells.rest() };
  return entryOf(itemOf("login", given), place, marks);
};
