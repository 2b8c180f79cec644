import type { ItemType } from "@/lib/domain/item/types";

/** Why a file as a whole is not taken. */
export const fileTroubles = [
  "empty",
  "too_large",
  "unknown",
  "pdf",
  "spreadsheet",
  "damaged",
  "unsafe_archive",
  "too_costly",
  "unpacks_too_large",
  "nothing_in_archive",
  "needs_password",
  "wrong_password",
  "account_restricted",
  "encrypted",
  "no_items",
] as const;
export type FileTrouble = (typeof fileTroubles)[number];

/** A file is not taken, as a whole, and why. */
export class CannotImport extends Error {
  override name = "CannotImport";
  constructor(
    readonly trouble: FileTrouble,
    /** The row of a table in which it was found. */
    readonly row: number | null = null,
  ) {
    super(trouble);
  }
}

/** What is left out of an import, and why. */
export const leftOut = [
  "unknown_type",
  "in_trash",
  "not_an_item",
  "nothing_in_it",
  "too_many_cells",
  "too_long",
  "too_many_parts",
  "too_large",
  "only_a_file",
] as const;

/** What is imported, and is not quite as it was. */
export const changed = [
  "column_left_out",
  "too_few_cells",
  "nameless",
  "no_such_folder",
  "file_left_out",
  "passkey_left_out",
  "history_left_out",
  "folders_left_out",
  "odd_value",
] as const;

export type Remark = {
  what: (typeof leftOut)[number] | (typeof changed)[number];
  /** Where in the file it stands; of a column, its number. */
  place: number;
  /** What the item is called, as far as it says. */
  name: string | null;
  /** The part that it is about, in the words of the shapes, with the type of the item. */
  part?: { type: ItemType; path: string };
  /** A value that is not known, or what was not found. */
  found?: string;
};

export const isLeftOut = ({ what }: Remark): boolean => (leftOut as readonly string[]).includes(what);
