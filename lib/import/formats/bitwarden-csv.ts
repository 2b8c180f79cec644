import { entryOf, type Field, folderOf, itemAsNamed, textField, urisOf } from "@/lib/import/entry";
import type { Collected } from "@/lib/import/imported";
import type { Cells } from "@/lib/import/read-rows";

/** Lines of `name: value`; a line without a name goes on with the value of the one before it. */
function fieldsOf(text: string): (Field | null)[] {
  const fields: { name: string; value: string }[] = [];
  for (const line of text.split(/\r\n|\n|\r/)) {
    const at = line.lastIndexOf(": ");
    const last = fields.at(-1);
    if (at >= 0) fields.push({ name: line.slice(0, at), value: line.slice(at + 2) });
    else if (last) last.value += `\n${line}`;
    else if (line !== "") fields.push({ name: "", value: line });
  }
  return fields.map(({ name, value }) => textField(name, value));
}

/** A row of Bitwarden's CSV, of a person or of an organization. Protocol chapter 16.4. */
export function readBitwardenRow(cells: Cells, into: Collected) {
  const { get, place } = cells;
  const type = get("type").trim().toLowerCase() || "login";
  const common = { name: get("name"), notes: get("notes"), fields: fieldsOf(get("fields")) };
  const login = {
    username: get("login_username"),
    password: get("login_password"),
    totp: get("login_totp"),
    uris: urisOf(get("login_uri").split(",")),
  };
  const marks = {
    folders: [
      ...folderOf(get("folder"), /\/+/),
      ...get("collections")
        .split(",")
        .flatMap((path) => folderOf(path, /\/+/)),
    ],
    reprompt: get("reprompt") === "1" ? ("password" as const) : ("none" as const),
    isFavorite: get("favorite") === "1",
    isArchived: get("archiveddate") !== "",
  };
  const whole = { ...common, fields: [...common.fields, ...cells.rest()] };
  if (type === "note") return entryOf(itemAsNamed("secure_note", whole), place, marks);
  if (type === "login") return entryOf(itemAsNamed("login", { ...whole, ...login }), place, marks);
  into.remark({ what: "unknown_type", place, name: common.name, found: type });
  return null;
}
