import { entryOf, folderOf, itemOf, urisOf } from "@/lib/import/entry";
import type { Collected } from "@/lib/import/imported";
import type { Cells } from "@/lib/import/read-rows";

/**
 * A row of KeePassXC, or of Passbolt, which has the same columns with fewer of them. KeePassXC's groups begin with the
 * name of the database.
 */
export const readKeePassRow = (isKeePassXc: boolean) => (cells: Cells, into: Collected) => {
  const { get, place } = cells;
  const [path = ""] = folderOf(get("group"), /\/+/);
  const inner = isKeePassXc ? path.split("/").slice(1).join("/") : path;
  const name = get("title");
  if (/(^|\/)Recycle Bin(\/|$)/.test(inner)) {
    into.remark({ what: "in_trash", place, name });
    return null;
  }
  for (const column of ["icon", "last modified", "created"]) get(column);
  const item = itemOf("login", {
    name,
    notes: get("notes"),
    username: get("username"),
    password: get("password"),
    totp: get("totp"),
    uris: urisOf([get("url")]),
    fields: cells.rest(),
  });
  return entryOf(item, place, { folders: inner === "" ? [] : [inner] });
};
