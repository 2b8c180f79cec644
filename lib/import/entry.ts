import type { Reprompt } from "@/lib/domain/item/sealed-item";
import { fieldNumbers, type OpenOf, type Shapes, shapes } from "@/lib/domain/item/shapes";
import type { ItemType } from "@/lib/domain/item/types";
import type { OpenItem } from "@/lib/vault/item";

/** An item as a file has it, and where it stood there. */
export type Entry = {
  item: OpenItem;
  reprompt: Reprompt;
  isFavorite: boolean;
  isArchived: boolean;
  /** Paths with "/" between their parts: the folders or collections that it was in. */
  folders: string[];
  /** The row of a table, or the number of the item in its file, from 1. */
  place: number;
  files: EntryFile[];
};

/** A file that belongs to an entry. Its bytes stay where they are until they are asked for. */
export type EntryFile = {
  name: string;
  size: number;
  /** What tells it from others of its name. */
  mark: string;
  /** @throws {CannotImport} when the archive that it is in is damaged there. */
  read: () => Uint8Array;
};

export type Field = OpenItem["fields"][number];
type Uri = OpenItem<"login">["data"]["uris"][number];

/** Parts of a type as a file has them: what is empty or missing is null. */
type Loose<Type extends ItemType> = {
  [P in keyof OpenOf<Shapes[Type]>]?: P extends "uris" ? Uri[] : string | null | undefined;
};

export type Given<Type extends ItemType> = Loose<Type> & {
  name?: string | null | undefined;
  notes?: string | null | undefined;
  fields?: readonly (Field | null)[];
  passwordHistory?: OpenItem["passwordHistory"];
};

export const orNull = (text: string | null | undefined): string | null =>
  text === undefined || text === null || text === "" ? null : text;

/** What items are called that have neither a name nor an address. */
export const noName = "--";

/** An item of a type, made of what a file says of it. */
export function itemOf<Type extends ItemType>(type: Type, given: Given<Type>): OpenItem<Type> {
  const parts = given as Record<string, unknown>;
  const data = Object.fromEntries(
    Object.entries(shapes[type]).map(([name, part]) => [
      name,
      part.is === "list" ? (parts[name] ?? []) : orNull(parts[name] as string | null | undefined),
    ]),
  );
  const uris = (data.uris ?? []) as Uri[];
  return {
    type,
    name: orNull(given.name?.trim()) ?? hostOf(uris[0]?.uri)?.slice(0, longestHost) ?? noName,
    notes: orNull(given.notes),
    fields: (given.fields ?? []).filter((field) => field !== null),
    passwordHistory: given.passwordHistory ?? [],
    data,
    // Its parts are those of the shape.
  } as OpenItem<Type>;
}

/** The same of a file in our own form, which other programs write too: a name stays as it is, spaces around it included. */
export function itemAsNamed<Type extends ItemType>(type: Type, given: Given<Type>): OpenItem<Type> {
  const item = itemOf(type, given);
  return { ...item, name: orNull(given.name) ?? item.name };
}

/** What stands in for a name may be any text: no host is longer. */
const longestHost = 253;

function hostOf(uri: string | undefined): string | null {
  if (!uri) return null;
  try {
    return orNull(new URL(uri.includes("://") ? uri : `https://${uri}`).hostname) ?? uri;
  } catch {
    return uri;
  }
}

/** An entry of a list of files' own: nothing special about it. */
export const entryOf = (
  item: OpenItem,
  place: number,
  more: Partial<Pick<Entry, "folders" | "reprompt" | "isFavorite" | "isArchived" | "files">> = {},
): Entry => ({
  item,
  place,
  folders: [],
  reprompt: "none",
  isFavorite: false,
  isArchived: false,
  files: [],
  ...more,
});

/** Chrome's address of an app, with the digest of its key, as items have it. */
const appOf = (address: string) => address.replace(/^android:\/\/[^@/]*@([^/]+)\/?$/, "androidapp://$1");

export const urisOf = (addresses: readonly (string | null | undefined)[]): Uri[] =>
  addresses.flatMap((address) => {
    const uri = appOf(address?.trim() ?? "");
    return uri ? [{ uri, match: null }] : [];
  });

const fieldOf =
  (type: number) =>
  (name: string, value: string | null | undefined): Field | null =>
    orNull(value) === null ? null : { name: orNull(name), value: value ?? null, type, linkedId: null };

/** A field that somebody has added; none where it is empty. */
export const textField = fieldOf(fieldNumbers.text);
export const hiddenField = fieldOf(fieldNumbers.hidden);

/** A path as collections are named: "/" between its parts, none of them empty. */
export const pathOf = (text: string, between: RegExp = /[\\/]+/): string =>
  text
    .split(between)
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .join("/");

/** The folders of an entry, from one path that may be empty. */
export const folderOf = (text: string | null | undefined, between?: RegExp): string[] => {
  const path = pathOf(text ?? "", between);
  return path === "" ? [] : [path];
};
