import { z } from "zod";
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

const text = z.string().nullish();

const record = z.object({
  title: text,
  $type: text,
  login: text,
  password: text,
  login_url: text,
  notes: text,
  custom_fields: z.record(z.string(), z.unknown()).nullish(),
  folders: z.array(z.object({ folder: text, shared_folder: text })).nullish(),
});

export const KeeperFile = z.object({
  shared_folders: z.array(z.object({ path: text })).nullish(),
  records: z.array(z.unknown()),
});

const card = z.object({ cardNumber: text, cardExpirationDate: text, cardSecurityCode: text });

/** What a value says in one line: a text as it is, the filled parts of an object one after the other. */
function lineOf(value: unknown): string {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map(lineOf).filter(Boolean).join(", ");
  if (typeof value === "object" && value !== null)
    return Object.values(value).map(lineOf).filter(Boolean).join(" ");
  return value === null || value === undefined ? "" : String(value);
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
  for (const { path } of file.shared_folders ?? [])
    for (const each of folderOf(path, /\\+/)) into.folder(each);
  for (const [index, raw] of file.records.entries()) {
    const place = index + 1;
    const read = record.safeParse(raw);
    if (!read.success) {
      into.remark({ what: "not_an_item", place, name: null });
      continue;
    }
    const given = read.data;
    const parts = partsOf(given.custom_fields ?? {});
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
    if (!orNull(given.title)) into.remark({ what: "nameless", place, name: null });
    const folders = (given.folders ?? []).flatMap(({ folder, shared_folder }) => [
      ...folderOf(folder, /\\+/),
      ...folderOf(shared_folder, /\\+/),
    ]);
    into.add(entryOf(item, place, { folders }));
  }
  return into.found;
}

function partsOf(custom: Record<string, unknown>) {
  const fields: (Field | null)[] = [];
  const addresses: string[] = [];
  let totp: string | undefined;
  let paid: z.output<typeof card> | undefined;
  let cardholderName: string | undefined;
  for (const [name, value] of Object.entries(custom)) {
    const { kind, label } = readName(name);
    const isCard = kind === "paymentCard" ? card.safeParse(value) : null;
    if (isCard?.success && !paid) paid = isCard.data;
    else if (kind === "oneTimeCode" && totp === undefined) totp = lineOf(value);
    else if (label === "cardholderName") cardholderName = lineOf(value);
    else if (kind === "url") addresses.push(lineOf(value));
    else if (["secret", "pinCode", "password", "keyPair", "oneTimeCode"].includes(kind))
      fields.push(hiddenField(label, lineOf(value)));
    else fields.push(textField(label, lineOf(value)));
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
