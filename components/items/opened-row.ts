import type { ItemRow } from "@/components/items/item";
import type { OpenedItem } from "@/lib/vault/open-items";
import { searchedIn } from "@/lib/vault/searched";

/** What an item was opened to before, on this device. */
export type KeptItem = NonNullable<OpenedItem> & { searched: string };

type Opened = NonNullable<OpenedItem> | KeptItem;
type Sealed = ItemRow["sealed"] & { id: string; revisedAt: Date; deletedAt: Date | null };
type Place = Pick<ItemRow, "marks" | "organizationId" | "may" | "collectionIds" | "keptIn">;

/**
 * A row of a list. Its contents are put together when somebody looks at them: a getter of a class costs nothing where
 * ten thousand are made, and one of an object much.
 */
export class OpenedRow<Row extends Sealed = Sealed> implements ItemRow {
  readonly id: string;
  readonly type: ItemRow["sealed"]["type"];
  readonly revisedAt: Date;
  readonly deletedAt: Date | null;
  readonly marks: ItemRow["marks"];
  readonly organizationId: string | null;
  readonly may: ItemRow["may"];
  readonly collectionIds: string[];
  readonly keptIn: ItemRow["keptIn"];
  readonly searched: string | null;
  #sealed: ItemRow["sealed"] | null = null;

  constructor(
    readonly row: Row,
    readonly opened: Opened | null,
    place: Place,
  ) {
    this.id = row.id;
    this.type = row.type;
    this.revisedAt = row.revisedAt;
    this.deletedAt = row.deletedAt;
    this.marks = place.marks;
    this.organizationId = place.organizationId;
    this.may = place.may;
    this.collectionIds = place.collectionIds;
    this.keptIn = place.keptIn;
    this.searched = searchedOf(row, opened);
  }

  /** An object with all of it, that can be copied and sent: of what the row is made of, a copy would be empty. */
  get sealed() {
    this.#sealed ??= sealedIn(this.row);
    return this.#sealed;
  }

  /** Null where it does not open. */
  get name() {
    return this.opened?.texts[0] ?? null;
  }

  get content() {
    return this.opened?.content ?? null;
  }

  get damage() {
    return this.opened?.damage ?? [];
  }
}

// Its data is that of its type, both of the same row.
const sealedIn = (row: Sealed) =>
  ({
    type: row.type,
    key: row.key,
    name: row.name,
    notes: row.notes,
    fields: row.fields,
    passwordHistory: row.passwordHistory,
    data: row.data,
    reprompt: row.reprompt,
  }) as ItemRow["sealed"];

function searchedOf(sealed: Sealed, opened: Opened | null): string | null {
  if (opened === null) return null;
  if ("searched" in opened) return opened.searched;
  // Of a damaged one, what is left stands in the order of its content.
  const parts = opened.damage.length === 0 ? sealed : opened.content;
  return searchedIn(parts, opened.texts, sealed.reprompt);
}
