import { z } from "zod";
import { fieldNumbers } from "@/lib/domain/item/shapes";
import { type ItemType, itemNumbers, itemTypes } from "@/lib/domain/item/types";
import { entryOf, type Given, itemOf, orNull, pathOf } from "@/lib/import/entry";
import { type Collected, collect, type Imported } from "@/lib/import/imported";

const text = z.string().nullish();
const texts = z.record(z.string(), z.unknown()).nullish();

const field = z.object({
  name: text,
  value: z.union([z.string(), z.number().transform(String), z.boolean().transform(String)]).nullish(),
  type: z.number().nullish(),
  linkedId: z.number().nullish(),
});

const item = z.object({
  type: z.number(),
  name: text,
  notes: text,
  favorite: z.boolean().nullish(),
  reprompt: z.number().nullish(),
  archivedDate: text,
  deletedDate: text,
  folderId: text,
  collectionIds: z.array(z.string()).nullish(),
  fields: z.array(field).nullish(),
  passwordHistory: z.array(z.object({ password: text, lastUsedDate: text })).nullish(),
  login: z
    .looseObject({
      uris: z.array(z.object({ uri: text, match: z.number().nullish() })).nullish(),
      fido2Credentials: z.array(z.unknown()).nullish(),
    })
    .nullish(),
  card: texts,
  identity: texts,
  sshKey: texts,
  attachments: z.array(z.unknown()).nullish(),
});

const place = z.object({ id: text, name: text });

export const BitwardenFile = z.object({
  encrypted: z.literal(false),
  folders: z.array(place).nullish(),
  collections: z.array(place).nullish(),
  items: z.array(z.unknown()),
});

/** The texts of a part of an item, and nothing else. */
const textsOf = (part: Record<string, unknown> | null | undefined) =>
  Object.fromEntries(
    Object.entries(part ?? {}).filter(([, value]) => typeof value === "string"),
  ) as Given<never>;

const partOfType = { login: "login", card: "card", identity: "identity", ssh_key: "sshKey" } as const;

/** A date as items keep it; of another form it is read, and one that is none is the beginning of the count. */
function moment(date: string | null | undefined): string {
  const read = new Date(date ?? 0);
  return (Number.isNaN(Number(read)) ? new Date(0) : read).toISOString();
}

/** Bitwarden's unencrypted export, of a person or of an organization, and our own, which is the same. Protocol chapter 16.1. */
export function readBitwardenJson(file: z.output<typeof BitwardenFile>): Imported {
  const into = collect();
  const named = [...(file.folders ?? []), ...(file.collections ?? [])];
  const pathById = new Map(named.map(({ id, name }) => [id, pathOf(name ?? "", /\/+/)]));
  for (const path of pathById.values()) into.folder(path);

  for (const [index, raw] of file.items.entries()) readItem(raw, index + 1, pathById, into);
  return into.found;
}

function readItem(raw: unknown, place: number, pathById: ReadonlyMap<unknown, string>, into: Collected) {
  const read = item.safeParse(raw);
  if (!read.success) return into.remark({ what: "not_an_item", place, name: nameIn(raw) });
  const given = read.data;
  const type = itemTypes.find((each) => itemNumbers[each] === given.type);
  const about = { place, name: orNull(given.name) };
  if (!type) return into.remark({ what: "unknown_type", ...about, found: String(given.type) });
  if (given.deletedDate) return into.remark({ what: "in_trash", ...about });

  const ids = [...(given.collectionIds ?? []), ...(given.folderId ? [given.folderId] : [])];
  for (const id of ids) if (!pathById.has(id)) into.remark({ what: "no_such_folder", ...about, found: id });
  if (given.attachments?.length) into.remark({ what: "file_left_out", ...about });
  if (given.login?.fido2Credentials?.length) into.remark({ what: "passkey_left_out", ...about });
  if (!about.name) into.remark({ what: "nameless", ...about });

  into.add(
    entryOf(openItem(type, given), place, {
      folders: [...new Set(ids.flatMap((id) => pathById.get(id) || []))],
      reprompt: given.reprompt === 1 ? "password" : "none",
      isFavorite: given.favorite === true,
      isArchived: Boolean(given.archivedDate),
    }),
  );
}

function openItem(type: ItemType, given: z.output<typeof item>) {
  const part = type === "secure_note" ? null : given[partOfType[type]];
  const uris = (given.login?.uris ?? []).flatMap(({ uri, match }) =>
    uri ? [{ uri, match: match ?? null }] : [],
  );
  return itemOf(type, {
    ...textsOf(part),
    ...(type === "login" ? { uris } : {}),
    name: given.name,
    notes: given.notes,
    fields: (given.fields ?? []).flatMap(({ name, value, type: kind, linkedId }) => {
      const isKnown =
        kind === null || kind === undefined || Object.values<number>(fieldNumbers).includes(kind);
      const whole = {
        name: orNull(name),
        value: value ?? null,
        type: isKnown ? (kind ?? 0) : fieldNumbers.hidden,
      };
      return name || value || linkedId ? [{ ...whole, linkedId: linkedId ?? null }] : [];
    }),
    passwordHistory: (given.passwordHistory ?? []).flatMap(({ password, lastUsedDate }) =>
      password ? [{ password, lastUsedDate: moment(lastUsedDate) }] : [],
    ),
  });
}

const nameIn = (raw: unknown): string | null => {
  const name = typeof raw === "object" && raw !== null && "name" in raw ? raw.name : null;
  return typeof name === "string" ? name : null;
};
