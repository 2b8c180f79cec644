import { z } from "zod";
import type { Archive } from "@/lib/import/archive";
import { momentOf, number, record, text } from "@/lib/import/claims";
import {
  type EntryFile,
  entryOf,
  type Field,
  folderOf,
  type Given,
  hiddenField,
  itemOf,
  orNull,
  pathOf,
  textField,
  urisOf,
} from "@/lib/import/entry";
import { type Collected, collect, type Imported } from "@/lib/import/imported";

const fileOf = z.object({ fileName: text, documentId: text });
type FileGiven = z.output<typeof fileOf>;

const sectionField = z.object({ title: text, id: text, value: record.nullish() });

const item = z.object({
  favIndex: number,
  state: text,
  categoryUuid: text,
  details: z.object({
    loginFields: z.array(z.object({ value: text, name: text, fieldType: text, designation: text })).nullish(),
    notesPlain: text,
    password: text,
    sections: z.array(z.object({ title: text, fields: z.array(sectionField).nullish() })).nullish(),
    passwordHistory: z.array(z.object({ value: text, time: number })).nullish(),
    documentAttributes: fileOf.nullish(),
  }),
  overview: z.object({
    title: text,
    url: text,
    urls: z.array(z.object({ url: text })).nullish(),
    tags: z.array(text).nullish(),
  }),
});

export const OnePasswordFile = z.object({
  accounts: z.array(
    z.object({
      vaults: z.array(
        z.object({ attrs: z.object({ name: text }).nullish().catch(null), items: z.array(z.unknown()) }),
      ),
    }),
  ),
});

const sshKey = z.object({
  privateKey: text,
  metadata: z.object({ publicKey: text, fingerprint: text }).nullish(),
});
const address = z.object({ street: text, city: text, state: text, zip: text, country: text });
const mailbox = z.object({ email_address: text });

/** A value of a field of a section: its kind, and what it says in one line. */
function readValue(value: Record<string, unknown> | null | undefined): {
  kind: string;
  line: string;
  whole: unknown;
} {
  const [kind, whole] = Object.entries(value ?? {})[0] ?? ["string", ""];
  if (typeof whole === "string" || typeof whole === "boolean") return { kind, line: String(whole), whole };
  if (typeof whole !== "number")
    return {
      kind,
      whole,
      line: Object.values(whole ?? {})
        .filter((each) => typeof each === "string")
        .filter(Boolean)
        .join(", "),
    };
  if (kind === "date") return { kind, line: momentOf(whole * 1000).split("T", 1)[0] ?? "", whole };
  const months = String(whole);
  return {
    kind,
    line: kind === "monthYear" && months.length === 6 ? `${months.slice(0, 4)}-${months.slice(4)}` : months,
    whole,
  };
}

/** Parts of cards and identities by the ids of 1Password's fields; what is not here becomes a field. */
const partOfId = new Map([
  ["002 cardholder", "cardholderName"],
  ["002 type", "brand"],
  ["002 ccnum", "number"],
  ["002 cvv", "code"],
  ["004 firstname", "firstName"],
  ["004 initial", "middleName"],
  ["004 lastname", "lastName"],
  ["004 company", "company"],
  ["004 email", "email"],
  ["004 defphone", "phone"],
  ["004 username", "username"],
  ["103 license_number", "licenseNumber"],
  ["103 number", "licenseNumber"],
  ["103 fullname", "firstName"],
  ["106 number", "passportNumber"],
  ["108 number", "ssn"],
]);

const typeOfCategory = new Map<string, "card" | "identity" | "secure_note" | "ssh_key">([
  ["002", "card"],
  ["003", "secure_note"],
  ["004", "identity"],
  ["103", "identity"],
  ["106", "identity"],
  ["108", "identity"],
  ["114", "ssh_key"],
]);

/**
 * 1Password's 1pux: vaults and tags are folders. What was in the trash is left out, and named, and so are files that are
 * not in the archive.
 */
export function readOnePassword(file: z.output<typeof OnePasswordFile>, archive: Archive): Imported {
  const into = collect();
  let place = 0;
  for (const { vaults } of file.accounts)
    for (const { attrs, items } of vaults) {
      const vault = pathOf(attrs?.name ?? "", /\/+/);
      into.folder(vault);
      for (const raw of items) {
        place += 1;
        const read = item.safeParse(raw);
        if (read.success) readOne(read.data, place, vault, archive, into);
        else into.remark({ what: "not_an_item", place, name: null });
      }
    }
  return into.found;
}

function readOne(
  given: z.output<typeof item>,
  place: number,
  vault: string,
  archive: Archive,
  into: Collected,
) {
  const { details, overview, categoryUuid: category } = given;
  const about = { place, name: orNull(overview.title) };
  if (given.state === "deleted" || given.state === "trashed")
    return into.remark({ what: "in_trash", ...about });
  const sections = readSections(given);
  const document = details.documentAttributes;
  const named = [...(document ? [document] : []), ...sections.files];
  const files = named.flatMap((each) => fileIn(archive, each) ?? []);
  if (
    files.length === 0 &&
    document &&
    category === "006" &&
    !details.notesPlain &&
    !details.sections?.length
  )
    return into.remark({ what: "only_a_file", ...about, found: document.fileName ?? "" });
  for (const each of named)
    if (!fileIn(archive, each)) into.remark({ what: "file_left_out", ...about, found: each.fileName ?? "" });
  const common = { name: overview.title, notes: details.notesPlain };
  const history = (details.passwordHistory ?? []).flatMap(({ value, time }) =>
    value ? [{ password: value, lastUsedDate: momentOf((time ?? 0) * 1000) }] : [],
  );
  const designated = (what: string) =>
    details.loginFields?.find(({ designation }) => designation === what)?.value ?? undefined;
  const ofForm = (details.loginFields ?? []).flatMap(({ designation, fieldType, name, value }) => {
    if (designation === "username" || designation === "password") return [];
    return fieldType === "P" ? hiddenField(name ?? "", value) : textField(name ?? "", value);
  });
  const addresses = [overview.url, ...(overview.urls ?? []).map(({ url }) => url), ...sections.addresses];
  const login = {
    username: designated("username") ?? sections.username,
    password: designated("password") ?? details.password ?? sections.password,
    totp: sections.totp,
    uris: urisOf([...new Set(addresses.map((url) => url ?? ""))]),
  };
  const hasLogin = Boolean(login.username || login.password || login.totp || login.uris.length);
  const type = typeOfCategory.get(category ?? "") ?? (hasLogin ? "login" : "secure_note");
  const spare =
    type === "login"
      ? []
      : [
          textField("username", sections.username),
          hiddenField("password", sections.password),
          hiddenField("totp", sections.totp),
          ...sections.addresses.map((url) => textField("url", url)),
        ];
  const fields = [...ofForm, ...sections.fields, ...spare];
  const whole = { ...common, fields, passwordHistory: history } as Given<never>;
  const opened = itemOf(type, { ...whole, ...(type === "login" ? login : sections.parts) });
  const tags = (overview.tags ?? []).flatMap((tag) => folderOf(tag, /\/+/));
  into.add(
    entryOf(opened, place, {
      folders: [...new Set([vault, ...tags])].filter(Boolean),
      isFavorite: (given.favIndex ?? 0) > 0,
      isArchived: given.state === "archived",
      files,
    }),
  );
}

/** An archive has each file under its id and its name. */
const fileIn = (archive: Archive, { documentId, fileName }: FileGiven): EntryFile | null =>
  documentId ? archive.file(`files/${documentId}`, fileName || documentId) : null;

function readSections({ categoryUuid: category, details }: z.output<typeof item>) {
  const found = {
    parts: {} as Record<string, string | null>,
    fields: [] as (Field | null)[],
    addresses: [] as string[],
    files: [] as FileGiven[],
    username: undefined as string | undefined,
    password: undefined as string | undefined,
    totp: undefined as string | undefined,
  };
  for (const { title, fields } of details.sections ?? [])
    for (const { title: label, id, value } of fields ?? []) {
      const { kind, line, whole } = readValue(value);
      const file = kind === "file" ? fileOf.safeParse(whole).data : undefined;
      if (file) {
        found.files.push(file);
        continue;
      }
      const place = kind === "address" && category === "004" && !found.parts.address1;
      const home = place ? address.safeParse(whole).data : undefined;
      const key = kind === "sshKey" ? sshKey.safeParse(whole).data : undefined;
      if (line === "" && !key) continue;
      const name = label || id || title || "";
      const part = partOfId.get(`${category} ${id}`);
      if (part) found.parts[part] = line;
      else if (category === "002" && id === "expiry") {
        const [year, month] = line.split("-");
        found.parts.expYear = year ?? null;
        found.parts.expMonth = month?.replace(/^0/, "") ?? null;
      } else if (home) {
        const { street, city, state, zip, country } = home;
        Object.assign(found.parts, {
          address1: street,
          city,
          state,
          postalCode: zip,
          country: country?.toUpperCase(),
        });
      } else if (key) {
        Object.assign(found.parts, {
          privateKey: key.privateKey,
          publicKey: key.metadata?.publicKey,
          keyFingerprint: key.metadata?.fingerprint,
        });
      } else if (kind === "totp" && found.totp === undefined) found.totp = line;
      else if (id === "username" && found.username === undefined) found.username = line;
      else if (id === "password" && found.password === undefined) found.password = line;
      else if (kind === "url" || id === "url") found.addresses.push(line);
      else if (kind === "concealed" || kind === "totp") found.fields.push(hiddenField(name, line));
      else
        found.fields.push(
          textField(name, kind === "email" ? (mailbox.safeParse(whole).data?.email_address ?? line) : line),
        );
    }
  return found;
}
