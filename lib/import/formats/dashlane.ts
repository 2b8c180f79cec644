import { entryOf, folderOf, hiddenField, itemOf, textField, urisOf } from "@/lib/import/entry";
import type { Cells } from "@/lib/import/read-rows";

// The five tables of Dashlane: a row is what its table is about.

export function readDashlaneLogin(cells: Cells) {
  const { get, place } = cells;
  const others = [get("username2"), get("username3")];
  const item = itemOf("login", {
    name: get("title"),
    notes: get("note"),
    username: get("username"),
    password: get("password"),
    totp: get("otpurl") || get("otpsecret"),
    uris: urisOf([get("url")]),
    fields: [...others.map((name, at) => textField(`username${at + 2}`, name)), ...withoutCategory(cells)],
  });
  return entryOf(item, place, { folders: folderOf(get("category")) });
}

/** The category is the folder, so it is asked for before what is left. */
function withoutCategory(cells: Cells) {
  cells.get("category");
  return cells.rest();
}

export function readDashlanePayment(cells: Cells) {
  const { get, place } = cells;
  const type = get("type");
  const name = get("account_name");
  if (type === "payment_card" || get("cc_number") !== "") {
    const card = {
      name: get("name") || name,
      cardholderName: get("account_holder") || name,
      number: get("cc_number"),
      code: get("code"),
      expMonth: get("expiration_month").replace(/^0/, ""),
      expYear: get("expiration_year"),
      notes: get("note"),
    };
    return entryOf(itemOf("card", { ...card, fields: labelled(cells) }), place);
  }
  return entryOf(itemOf("secure_note", { name, notes: get("note"), fields: labelled(cells) }), place);
}

/** What is left of a row: numbers are hidden, anything else is shown. */
const labelled = (cells: Cells) =>
  cells
    .rest()
    .map((field) =>
      field && !/number|code|pin/.test(field.name ?? "") ? textField(field.name ?? "", field.value) : field,
    );

export function readDashlaneId(cells: Cells) {
  const { get, place } = cells;
  const type = get("type");
  const [firstName, ...lastName] = get("name").split(" ");
  const number = get("number");
  const known = new Map<string, object>([
    ["passport", { passportNumber: number }],
    ["license", { licenseNumber: number }],
    ["drivers_license", { licenseNumber: number }],
    ["social_security", { ssn: number }],
  ]);
  const item = itemOf("identity", {
    name: `${get("name")} ${type}`,
    firstName,
    lastName: lastName.join(" "),
    state: get("state"),
    ...known.get(type),
    fields: [
      textField("type", type),
      known.has(type) ? null : hiddenField("number", number),
      ...labelled(cells),
    ],
  });
  return entryOf(item, place);
}

export function readDashlanePerson(cells: Cells) {
  const { get, place } = cells;
  const parts = {
    title: get("title"),
    firstName: get("first_name"),
    middleName: get("middle_name"),
    lastName: get("last_name"),
    username: get("login"),
    email: get("email"),
    phone: get("phone_number"),
    address1: get("address"),
    country: get("country"),
    state: get("state"),
    city: get("city"),
    postalCode: get("zip"),
  };
  const whole = [parts.firstName, parts.lastName].filter(Boolean).join(" ");
  const name = get("item_name") || whole || parts.email || parts.phone || parts.address1 || get("type");
  return entryOf(itemOf("identity", { ...parts, name, fields: labelled(cells) }), place);
}

export function readDashlaneNote(cells: Cells) {
  const { get, place } = cells;
  const item = itemOf("secure_note", {
    name: get("title"),
    notes: get("note"),
    fields: withoutCategory(cells),
  });
  return entryOf(item, place, { folders: folderOf(get("category")) });
}
