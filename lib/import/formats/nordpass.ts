import { z } from "zod";
import { text } from "@/lib/import/claims";
import { entryOf, folderOf, hiddenField, itemOf, textField, urisOf } from "@/lib/import/entry";
import type { Collected } from "@/lib/import/imported";
import { jsonOf } from "@/lib/import/json";
import type { Cells } from "@/lib/import/read-rows";

const addresses = z.array(z.string());
const custom = z.array(z.object({ label: text, type: text, value: text }));

/** A row of NordPass. Older files have no column for the type: what is filled tells. */
function typeOf({ get }: Cells): string {
  if (get("type") !== "") return get("type");
  if (get("cardnumber") !== "") return "credit_card";
  if (get("full_name") !== "" || get("address1") !== "") return "identity";
  if (get("username") !== "" || get("password") !== "" || get("url") !== "") return "password";
  return get("note") === "" && get("folder") === "" ? "folder" : "note";
}

export function readNordPass(cells: Cells, into: Collected) {
  const { get, place } = cells;
  const type = typeOf(cells);
  const folders = folderOf(get("folder"));
  if (type === "folder") {
    into.folder(folderOf(get("name"))[0] ?? "");
    return null;
  }
  const added = custom.safeParse(jsonOf(get("custom_fields"))).data ?? [];
  const fieldsOfOwn = added.map(({ label, type, value }) =>
    type === "hidden" ? hiddenField(label ?? "", value) : textField(label ?? "", value),
  );
  const unread = added.length === 0 ? hiddenField("custom_fields", get("custom_fields")) : null;
  const common = { name: get("name"), notes: get("note") };
  const login = {
    username: get("username"),
    password: get("password"),
    uris: urisOf([get("url"), ...(addresses.safeParse(jsonOf(get("additional_urls"))).data ?? [])]),
  };
  const [month, year = ""] = get("expirydate").split("/");
  const card = {
    cardholderName: get("cardholdername"),
    number: get("cardnumber"),
    code: get("cvc"),
    expMonth: month?.replace(/^0/, ""),
    expYear: year.length === 2 ? `20${year}` : year,
  };
  const [firstName, ...lastName] = get("full_name").split(" ");
  const person = {
    firstName,
    lastName: lastName.join(" "),
    phone: get("phone_number"),
    email: get("email"),
    address1: get("address1"),
    address2: get("address2"),
    city: get("city"),
    country: get("country").toUpperCase(),
    state: get("state"),
    postalCode: get("zipcode"),
  };
  const fields = [...fieldsOfOwn, unread, hiddenField("pin", get("pin"))];
  const rest = cells.rest();
  if (type === "credit_card")
    return entryOf(
      itemOf("card", {
        ...common,
        ...card,
        fields: [...fields, textField("zipcode", get("zipcode")), ...rest],
      }),
      place,
      { folders },
    );
  if (type === "identity")
    return entryOf(itemOf("identity", { ...common, ...person, fields: [...fields, ...rest] }), place, {
      folders,
    });
  if (type === "note")
    return entryOf(itemOf("secure_note", { ...common, fields: [...fields, ...rest] }), place, { folders });
  if (type === "password")
    return entryOf(
      itemOf("login", {
        ...common,
        ...login,
        fields: [...fields, textField("email", get("email")), ...rest],
      }),
      place,
      { folders },
    );
  into.remark({ what: "unknown_type", place, name: common.name, found: type });
  return null;
}
