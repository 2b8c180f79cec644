import { entryOf, type Field, hiddenField, itemOf, textField, urisOf } from "@/lib/import/entry";
import { collect, type Imported } from "@/lib/import/imported";
import type { Row } from "@/lib/import/table";

const partOf = new Map<string, "username" | "password" | "totp" | "url">([
  ["username", "username"],
  ["e-mail", "username"],
  ["email", "username"],
  ["password", "password"],
  ["totp", "totp"],
  ["url", "url"],
  ["website", "url"],
]);

/** Enpass's CSV: a title, pairs of a name and a value, and a note. A star before a name marks what is secret. */
export function readEnpass(rows: readonly Row[]): Imported {
  const into = collect();
  for (const { line, cells } of rows.slice(1)) {
    const [title, ...rest] = cells;
    const hasNote = rest.length % 2 === 1;
    const notes = hasNote ? rest.at(-1) : null;
    const parts: Partial<Record<"username" | "password" | "totp", string>> = {};
    const addresses: string[] = [];
    const fields: (Field | null)[] = [];
    for (let at = 0; at + 1 < rest.length; at += 2) {
      const [name = "", value = ""] = [rest[at], rest[at + 1]];
      const part = partOf.get(name.replace(/^\*/, "").toLowerCase());
      if (part === "url") addresses.push(value);
      else if (part && parts[part] === undefined && value !== "") parts[part] = value;
      else fields.push(name.startsWith("*") ? hiddenField(name.slice(1), value) : textField(name, value));
    }
    const common = { name: title, notes, fields };
    const hasLogin = Object.keys(parts).length > 0 || addresses.length > 0;
    into.add(
      entryOf(
        hasLogin
          ? itemOf("login", { ...common, ...parts, uris: urisOf(addresses) })
          : itemOf("secure_note", common),
        line,
      ),
    );
  }
  return into.found;
}

export const looksLikeEnpass = ([head]: readonly Row[]): boolean => {
  const names = head?.cells.map((cell) => cell.trim().toLowerCase()) ?? [];
  return names[0] === "title" && names[1] === "field";
};
