import { z } from "zod";
import { mark, number, record, text, writtenOut } from "@/lib/import/claims";
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
import { type Collected, collect, type Imported } from "@/lib/import/imported";
import { jsonOf } from "@/lib/import/json";
import type { Cells } from "@/lib/import/read-rows";

const item = z.object({
  state: number,
  pinned: mark,
  aliasEmail: text,
  files: z.array(z.unknown()).nullish(),
  data: z.object({
    type: text,
    metadata: z.object({ name: text, note: text }),
    content: record,
    extraFields: z.array(z.object({ fieldName: text, type: text, data: record })).nullish(),
  }),
});

export const ProtonFile = z.object({
  encrypted: z.boolean(),
  vaults: record,
});

const vault = z.object({ name: text.catch(null), items: z.array(z.unknown()) });

const stringIn = (from: Record<string, unknown>, name: string): string | null => {
  const value = Object.hasOwn(from, name) ? writtenOut(from[name]) : null;
  return typeof value === "string" ? orNull(value) : null;
};

/** The name and the address that a login is used with. If both are there, the second is a field. */
function userOf(username: string | null, email: string | null) {
  return { username: username ?? email, field: username && email ? textField("email", email) : null };
}

const cardOf = (content: Record<string, unknown>) => {
  const [year, month] = (stringIn(content, "expirationDate") ?? "").split("-");
  return {
    cardholderName: stringIn(content, "cardholderName"),
    number: stringIn(content, "number"),
    code: stringIn(content, "verificationNumber"),
    expMonth: month?.replace(/^0/, ""),
    expYear: year,
  };
};

/** What Proton calls the parts of an identity; what is not here becomes a field. */
const partsOfIdentity = {
  firstName: "firstName",
  middleName: "middleName",
  lastName: "lastName",
  email: "email",
  phoneNumber: "phone",
  organization: "company",
  streetAddress: "address1",
  city: "city",
  stateOrProvince: "state",
  zipOrPostalCode: "postalCode",
  countryOrRegion: "country",
  socialSecurityNumber: "ssn",
  passportNumber: "passportNumber",
  licenseNumber: "licenseNumber",
} as const;

function identityOf(content: Record<string, unknown>) {
  const parts: Record<string, string | null> = {};
  const fields: (Field | null)[] = [];
  for (const [name, found] of Object.entries(content)) {
    const value = writtenOut(found);
    if (typeof value !== "string") continue;
    const part = Object.hasOwn(partsOfIdentity, name)
      ? partsOfIdentity[name as keyof typeof partsOfIdentity]
      : null;
    if (part) parts[part] = value;
    else fields.push(textField(name, value));
  }
  return { parts, fields };
}

/** Proton Pass's JSON: vaults are folders. What it had in the trash is left there. */
export function readProtonJson(file: z.output<typeof ProtonFile>): Imported {
  const into = collect();
  let place = 0;
  for (const found of Object.values(file.vaults)) {
    const { data: read } = vault.safeParse(found);
    if (!read) {
      place += 1;
      into.remark({ what: "not_an_item", place, name: null });
      continue;
    }
    const folders = folderOf(read.name, /\/+/);
    for (const path of folders) into.folder(path);
    for (const raw of read.items) {
      place += 1;
      const read = item.safeParse(raw);
      if (read.success) readProtonItem(read.data, place, folders, into);
      else into.remark({ what: "not_an_item", place, name: null });
    }
  }
  return into.found;
}

function readProtonItem(given: z.output<typeof item>, place: number, folders: string[], into: Collected) {
  const { type, metadata, content, extraFields } = given.data;
  const about = { place, name: orNull(metadata.name) };
  if (given.state === 2) return into.remark({ what: "in_trash", ...about });
  if (given.files?.length) into.remark({ what: "file_left_out", ...about });
  const fields = (extraFields ?? []).map(({ fieldName, type, data }) =>
    type === "text"
      ? textField(fieldName ?? "", stringIn(data, "content"))
      : hiddenField(fieldName ?? "", stringIn(data, "content") ?? stringIn(data, "totpUri")),
  );
  const common = { name: metadata.name, notes: metadata.note, fields };
  const made = () => {
    if (type === "note") return itemOf("secure_note", common);
    if (type === "alias") return itemOf("login", { ...common, username: given.aliasEmail });
    if (type === "creditCard")
      return itemOf("card", {
        ...common,
        ...cardOf(content),
        fields: [...fields, hiddenField("pin", stringIn(content, "pin"))],
      });
    if (type === "identity") {
      const { parts, fields: more } = identityOf(content);
      return itemOf("identity", { ...common, ...parts, fields: [...fields, ...more] });
    }
    if (type !== "login") return null;
    const user = userOf(stringIn(content, "itemUsername"), stringIn(content, "itemEmail"));
    if (Array.isArray(content.passkeys) && content.passkeys.length > 0)
      into.remark({ what: "passkey_left_out", ...about });
    return itemOf("login", {
      ...common,
      username: user.username,
      password: stringIn(content, "password"),
      totp: stringIn(content, "totpUri"),
      uris: urisOf(z.array(text).safeParse(content.urls).data ?? []),
      fields: [user.field, ...fields],
    });
  };
  const opened = made();
  if (!opened) return into.remark({ what: "unknown_type", ...about, found: type ?? "" });
  into.add(entryOf(opened, place, { folders, isFavorite: given.pinned === true }));
}

/** A row of Proton Pass's CSV. What a card has stands as JSON in its note. */
export function readProtonRow(cells: Cells, into: Collected) {
  const { get, place } = cells;
  const [type, name, note] = [get("type"), get("name"), get("note")];
  const marks = { folders: folderOf(get("vault"), /\/+/) };
  const user = userOf(orNull(get("username")), orNull(get("email")));
  const login = { password: get("password"), totp: get("totp"), uris: urisOf(get("url").split(", ")) };
  for (const column of ["createtime", "modifytime"]) get(column);
  const rest = cells.rest();
  const inNote = jsonOf(note);
  const content = typeof inNote === "object" && inNote !== null ? (inNote as Record<string, unknown>) : null;
  if (type === "creditCard" && content) {
    const fields = [hiddenField("pin", stringIn(content, "pin")), ...rest];
    return entryOf(
      itemOf("card", { name, notes: stringIn(content, "note"), ...cardOf(content), fields }),
      place,
      marks,
    );
  }
  if (type === "identity" && content) {
    const { note: notes, ...others } = content;
    const { parts, fields } = identityOf(others);
    return entryOf(
      itemOf("identity", {
        name,
        notes: typeof notes === "string" ? notes : null,
        ...parts,
        fields: [...fields, ...rest],
      }),
      place,
      marks,
    );
  }
  if (type === "note")
    return entryOf(itemOf("secure_note", { name, notes: note, fields: rest }), place, marks);
  if (type === "login" || type === "alias")
    return entryOf(
      itemOf("login", {
        name,
        notes: note,
        username: user.username,
        ...login,
        fields: [user.field, ...rest],
      }),
      place,
      marks,
    );
  into.remark({ what: "unknown_type", place, name, found: type });
  return null;
}
