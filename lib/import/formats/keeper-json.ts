import { z } from "zod";
import { record as custom, text } from "@/lib/import/claims";
import {
  entryOf,
  type Field,
  folderOf,
  hiddenField,
  itemOf,
  orNull,
  textField,
  urisOf,
} from "@/lib/import/entry";
import { collect, type Imported } from "@/lib/import/imported";

const record = z.object({
  title: text,
  $type: text,
  login: text,
  password: text,
  login_url: text,
  notes: text,
  custom_fields: custom.nullish(),
  folders: z.array(z.object({ folder: text, shared_folder: text })).nullish(),
});

export const KeeperFile = z.object({
  shared_folders: z.array(z.unknown()).nullish(),
  records: z.array(z.unknown()),
});

const shared = z.object({ path: text });
const card = z.object({ cardNumber: text, cardExpirationDate: text, cardSecurityCode: text });

/** How deep values of Keeper's fields are: a list of addresses, each with its parts. */
const deepest = 5;

/**
 * What a value says in one line: a text as it is, the filled parts of an object one after the other. One that is deeper
 * than any of Keeper's says nothing, and is told to `odd`.
 */
function lineOf(value: unknown, odd: () => void, depth = 0): string {
  if (typeof value !== "object" || value === null)
    return value === null || value === undefined ? "" : String(value);
  if (depth === deepest) {
    odd();
    return "";
  }
  return Object.values(value)
    .map((each) => lineOf(each, odd, depth + 1))
    .filter(Boolean)
    .join(Array.isArray(value) ? ", " : " ");
}

/** A name such as `$secret:PIN:1` or `Plain`: its kind, and what it is called. */
function readName(name: string): { kind: string; label: string } {
  if (!name.startsWith("$")) return { kind: "text", label: name };
  const [kind = "", label = ""] = name.slice(1).split(":");
  return { kind, label: label || kind };
}

/** Keeper's JSON. */
export function readKeeperJson(file: z.output<typeof KeeperFile>): Imported {
  const into = collect();
  for (const raw of file.shared_folders ?? [])
    for (const each of folderOf(shared.safeParse(raw).data?.path, /\\+/)) into.folder(each);
  for (const [index, raw] of file.records.entries()) {
    const place = index + 1;
    const read = record.safeParse(raw);
    if (!read.success) {
      into.remark({ what: "not_an_item", place, name: null });
      continue;
    }
    const given = read.data;
    let isOdd = false;
    const parts = partsOf(given.custom_fields ?? {}, () => {
      isOdd = true;
    });
    const common = { name: given.title, notes: given.notes, fields: parts.fields };
    const login = { username: given.login, password: given.password, totp: parts.totp };
    const isNote = given.$type === "encryptedNotes" && !given.login && !given.password;
    const item = parts.card
      ? itemOf("card", {
          ...common,
          ...parts.card,
          fields: [...parts.fields, textField("login", given.login), hiddenField("password", given.password)],
        })
      : isNote
        ? itemOf("secure_note", common)
        : itemOf("login", { ...common, ...login, uris: urisOf([given.login_url, ...parts.addresses]) });
    if (isOdd)
      into.remark({
        what: "odd_value",
        place,
        name: orNull(given.title),
        part: { type: item.type, path: "fields" },
      });
    if (!orNull(given.title)) into.remark({ what: "nameless", place, name: null });
    const folders = (given.folders ?? []).flatMap(({ folder, shared_folder }) => [
      ...folderOf(folder, /\\+/),
      ...folderOf(shared_folder, /\\+/),
    ]);
    into.add(entryOf(item, place, { folders }));
  }
  return into.found;
}

function partsOf(custom: Record<string, unknown>, odd: () => void) {
  const fields: (Field | null)[] = [];
  const addresses: string[] = [];
  let totp: string | undefined;
  let paid: z.output<typeof card> | undefined;
  let cardholderName: string | undefined;
  for (const [name, value] of Object.entries(custom)) {
    const { kind, label } = readName(name);
    const isCard = kind === "paymentCard" ? card.safeParse(value) : null;
    if (isCard?.success && !paid) paid = isCard.data;
    else if (kind === "oneTimeCode" && totp === undefined) totp = lineOf(value, odd);
    else if (label === "cardholderName") cardholderName = lineOf(value, odd);
    else if (kind === "url") addresses.push(lineOf(value, odd));
    else if (["secret", "pinCode", "password", "keyPair", "oneTimeCode"].includes(kind))
      fields.push(hiddenField(label, lineOf(value, odd)));
    else fields.push(textField(label, lineOf(value, odd)));
  }
  const [month, year] = (paid?.cardExpirationDate ?? "").split("/");
  const whole = paid && {
    cardholderName,
    number: paid.cardNumber,
    code: paid.cardSecurityCode,
    expMonth: month?.replace(/^0/, ""),
    expYear: year,
  };
  if (!paid) fields.push(textField("cardholderName", cardholderName));
  return { fields, addresses, totp, card: whole };
}
