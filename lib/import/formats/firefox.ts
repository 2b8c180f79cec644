import { entryOf, itemOf, textField, urisOf } from "@/lib/import/entry";
import type { Collected } from "@/lib/import/imported";
import type { Cells } from "@/lib/import/read-rows";

/** Columns that say nothing of a login that is worth keeping. */
const dropped = ["guid", "timecreated", "timelastused", "timepasswordchanged", "formactionorigin"];

/** A row of Firefox. Its own account, which stands among the log-ins, is none. */
export function readFirefox(cells: Cells, into: Collected) {
  const { get, place } = cells;
  const url = get("url");
  if (url === "chrome://FirefoxAccounts") {
    into.remark({ what: "not_an_item", place, name: url });
    return null;
  }
  const realm = textField("httpRealm", get("httprealm"));
  for (const column of dropped) get(column);
  const login = { username: get("username"), password: get("password"), uris: urisOf([url]) };
  return entryOf(itemOf("login", { ...login, fields: [realm, ...cells.rest()] }), place);
}
