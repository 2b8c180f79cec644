import { z } from "zod";
import { fieldNumbers } from "@/lib/domain/item/shapes";
import { dataOnWire, type ItemType, itemNumbers, itemTypes } from "@/lib/domain/item/types";
import { mark, momentOf, number, record, text, writtenOut } from "@/lib/import/claims";
import { entryOf, type Given, itemAsNamed, orNull, pathOf } from "@/lib/import/entry";
import { type Collected, collect, type Imported } from "@/lib/import/imported";

const texts = record.nullish();

const field = z.object({
  name: text,
  value: text,
  type: number,
  linkedId: number,
});

const item = z.object({
  type: text,
  name: text,
  notes: text,
  favorite: mark,
  reprompt: number,
  archivedDate: text,
  deletedDate: text,
  folderId: text,
  collectionIds: z.array(text).nullish(),
  fields: z.array(field).nullish(),
  passwordHistory: z.array(z.object({ password: text, lastUsedDate: text })).nullish(),
  login: z
    .looseObject({
      uris: z.array(z.object({ uri: text, match: number })).nullish(),
      fido2Credentials: z.array(z.unknown()).nullish(),
    })
    .nullish(),
  card: texts,
  identity: texts,
  sshKey: texts,
  attachments: z.array(z.unknown()).nullish(),
});

const place = z.object({ id: text, name: text });
const places = z.array(z.unknown()).nullish();

export const BitwardenFile = z.object({
  encrypted: z.literal(false),
  folders: places,
  collections: places,
  items: z.array(z.unknown()),
});

/** The texts of a part of an item. What is none stays, and is named where it does not fit. */
const textsOf = (part: Record<string, unknown> | null | undefined) =>
  Object.fromEntries(
    Object.entries(part ?? {}).map(([name, value]) => [name, writtenOut(value)]),
  ) as Given<never>;

/** Bitwarden's unencrypted export, of a person or of an organization, and our own, which is the same. Protocol chapter 16.1. */
export function readBitwardenJson(file: z.output<typeof BitwardenFile>): Imported {
  const into = collect();
  const named = [...(file.folders ?? []), ...(file.collections ?? [])].flatMap(
    (raw) => place.safeParse(raw).data ?? [],
  );
  const pathById = new Map(named.map(({ id, name }) => [id, pathOf(name ?? "", /\/+/)]));
  for (const path of pathById.values()) into.folder(path);

  for (const [index, raw] of file.items.entries()) readItem(raw, index + 1, pathById, into);
  return into.found;
}

function readItem(raw: unknown, place: number, pathById: ReadonlyMap<unknown, string>, into: Collected) {
  const read = item.safeParse(raw);
  if (!read.success) return into.remark({ what: "not_an_item", place, name: nameIn(raw) });
  const given = read.data;
  const type = itemTypes.find((each) => String(itemNumbers[each]) === given.type);
  const about = { place, name: orNull(given.name) };
  if (!type) return into.remark({ what: "unknown_type", ...about, found: String(given.type) });
  if (given.deletedDate) return into.remark({ what: "in_trash", ...about });

  const ids = [...(given.collectionIds ?? []), given.folderId].flatMap((id) => id || []);
  for (const id of ids) if (!pathById.has(id)) into.remark({ what: "no_such_folder", ...about, found: id });
  if (given.attachments?.length) into.remark({ what: "file_left_out", ...about });
  if (given.login?.fido2Credentials?.length) into.remark({ what: "passkey_left_out", ...about });
  if (!about.name) into.remark({ what: "nameless", ...about });
  const asks = given.reprompt ?? 0;
  if (asks !== 0 && asks !== 1)
    into.remark({ what: "odd_value", ...about, part: { type, path: "reprompt" } });

  into.add(
    entryOf(openItem(type, given), place, {
      folders: [...new Set(ids.flatMap((id) => pathById.get(id) || []))],
      // Of another number nobody knows what it protects: asking once more harms nobody.
      reprompt: asks === 0 ? "none" : "password",
      isFavorite: given.favorite === true,
      isArchived: Boolean(given.archivedDate),
    }),
  );
}

function openItem(type: ItemType, given: z.output<typeof item>) {
  const part = type === "secure_note" ? null : given[dataOnWire[type]];
  const uris = (given.login?.uris ?? []).flatMap(({ uri, match }) =>
    uri ? [{ uri, match: match ?? null }] : [],
  );
  return itemAsNamed(type, {
    ...textsOf(part),
    ...(type === "login" ? { uris } : {}),
    name: given.name,
    notes: given.notes,
    // One that has neither a name nor a value is kept too: an item without it is another one than was exported.
    fields: (given.fields ?? []).map(({ name, value, type: kind, linkedId }) => {
      const isKnown =
        kind === null || kind === undefined || Object.values<number>(fieldNumbers).includes(kind);
      return {
        name: orNull(name),
        value: value ?? null,
        type: isKnown ? (kind ?? 0) : fieldNumbers.hidden,
        linkedId: linkedId ?? null,
      };
    }),
    passwordHistory: (given.passwordHistory ?? []).flatMap(({ password, lastUsedDate }) =>
      password ? [{ password, lastUsedDate: momentOf(lastUsedDate) }] : [],
    ),
  });
}

const nameIn = (raw: unknown): string | null => {
  const name = typeof raw === "object" && raw !== null && "name" in raw ? raw.name : null;
  return typeof name === "string" ? name : null;
};
