import type { VaultContents } from "@/components/items/open-vault";
import type { KeptItem, OpenedRow } from "@/components/items/opened-row";
import { breathe, mapInParts } from "@/components/vault/in-parts";
import { textOf, utf8 } from "@/lib/crypto/bytes";
import type { Bytes } from "@/lib/crypto/types";
import {
  type CompactItems,
  type CompactRows,
  type ListedItem,
  rowsOf,
  type SealedValues,
} from "@/lib/domain/item/compact";
import type { SentContents } from "@/lib/operations/item/sync-my-vault";
import type { ShownItem } from "@/lib/vault/item";
import type { Damage } from "@/lib/vault/item-damage";
import type { OpenedItem } from "@/lib/vault/open-items";
import { WholeItem } from "@/lib/vault/whole-items";

type Around = Omit<SentContents, "form" | "compact">;

/** A vault as the server sent it, whole, and when. */
export type SentVault = { revision: string; at: number; contents: Around & { compact: CompactItems } };

/** The same from a device, with its items as they were opened, in their order. */
export type UnpackedVault = {
  revision: string;
  at: number;
  around: Around;
  rows: Pick<VaultContents, "items" | "entries">;
  contents: ReadonlyMap<ListedItem, KeptItem | null>;
  order: readonly number[];
  /** Once they are there, items can be looked at, and not before. */
  giveBodies: (bodies: Bytes) => void;
};

/** What is read before a list is made. The rest is read item by item, when somebody looks at one. */
type Head = Pick<UnpackedVault, "revision" | "at" | "around" | "order"> & {
  compact: CompactRows;
  /** Those that do not open. */
  closed: number[];
};

/** What an item was opened to: its texts, with what there is of it where it is not whole. */
type Body = [...SealedValues, Texts | (Texts & { content: ShownItem; damage: readonly Damage[] }) | null];
type Texts = { texts: readonly string[] };

/**
 * Puts a vault that was opened into bytes, part by part: what a list is made of, and the items one by one. `listed` are
 * the items as `items` were made of.
 */
export async function packVault(
  { revision, at, contents }: SentVault,
  listed: VaultContents["items"],
  items: readonly OpenedRow[],
): Promise<{ head: Bytes; bodies: Bytes }> {
  const { compact, ...around } = contents;
  const { sealed, ...rows } = compact;
  const byRow = new Map<object, OpenedRow>();
  const places = new Map<object, number>();
  await mapInParts(items, (item) => byRow.set(item.row, item));
  await mapInParts(listed, (row) => places.set(row, places.size));
  const order = (await mapInParts(items, ({ row }) => places.get(row) ?? [])).flat();
  const closed: number[] = [];
  const bodies: Bytes[] = [];
  const searched: string[] = [];
  await mapInParts(listed, (row) => {
    const item = byRow.get(row);
    if (!item?.opened) closed.push(bodies.length);
    searched.push(item?.searched ?? "");
    bodies.push(utf8(JSON.stringify([...(sealed[bodies.length] ?? []), openedOf(item)])));
  });
  await breathe();
  const head: Head = { revision, at, around, compact: rows, order, closed };
  const told = utf8(JSON.stringify(head));
  await breathe();
  // A folded text has no line's end.
  const found = utf8(searched.join("\n"));
  await breathe();
  return { head: await packTexts([told, found]), bodies: await packTexts(bodies) };
}

/** Texts one after the other, behind their number and their lengths. */
async function packTexts(texts: readonly Uint8Array[]): Promise<Bytes> {
  const lengths = Uint32Array.from([texts.length, ...texts.map(({ length }) => length)]);
  const size = texts.reduce((sum, { length }) => sum + length, 0);
  const packed = new Uint8Array(lengths.byteLength + size);
  packed.set(new Uint8Array(lengths.buffer));
  let at = lengths.byteLength;
  await mapInParts(texts, (text) => {
    packed.set(text, at);
    at += text.length;
  });
  return packed;
}

function openedOf(item: OpenedRow | undefined): Body[3] {
  if (!item?.opened) return null;
  const { damage, texts } = item.opened;
  // The content of one that is whole is put together from its texts, which takes time, and nobody looks at it here.
  return damage.length > 0 ? { texts, damage, content: item.opened.content } : { texts };
}

/** Reads the head that `packVault` has made. */
export function unpackVault(bytes: Bytes): UnpackedVault {
  const textAt = textsIn(bytes);
  const { revision, at, around, compact, order, ...head }: Head = JSON.parse(textAt(0));
  const closed = new Set(head.closed);
  const searched = textAt(1).split("\n");
  let textOfBody: ((i: number) => string) | null = null;
  const read: (Body | undefined)[] = [];
  const bodyAt = (i: number): Body => {
    if (!textOfBody) throw new Error("an item was looked at before it was read");
    read[i] ??= JSON.parse(textOfBody(i)) as Body;
    return read[i];
  };
  const rows = rowsOf(compact, (i) => {
    const [key, common, data] = bodyAt(i);
    return [key, common, data];
  });
  const contents = new Map(
    rows.items.map((row, i) => [
      row,
      closed.has(i) ? null : new KeptOnDevice(row, searched[i] ?? "", () => bodyAt(i)[3]),
    ]),
  );
  const giveBodies = (bodies: Bytes) => {
    textOfBody = textsIn(bodies);
  };
  return { revision, at, around, rows, contents, order, giveBodies };
}

/** An item whose content is read and put together when somebody looks at it. */
class KeptOnDevice implements KeptItem {
  #opened: NonNullable<OpenedItem> | null = null;

  constructor(
    readonly row: ListedItem,
    readonly searched: string,
    readonly read: () => Body[3],
  ) {}

  get #item(): NonNullable<OpenedItem> {
    this.#opened ??= this.#open();
    return this.#opened;
  }

  #open(): NonNullable<OpenedItem> {
    const opened = this.read();
    return opened && "content" in opened ? opened : new WholeItem(this.row, opened?.texts ?? []);
  }

  get texts() {
    return this.#item.texts;
  }

  get content() {
    return this.#item.content;
  }

  get damage() {
    return this.#item.damage;
  }
}

/** What `packTexts` has put together. */
function textsIn(bytes: Bytes): (i: number) => string {
  const count = lengthsIn(bytes, 1)[0] ?? 0;
  const ends = lengthsIn(bytes, count + 1);
  ends[0] = ends.byteLength;
  for (let i = 1; i <= count; i++) ends[i] = (ends[i - 1] ?? 0) + (ends[i] ?? 0);
  return (i) => textOf(bytes.subarray(ends[i], ends[i + 1]));
}

/** The first numbers of what `packTexts` has made. They are copied, because numbers stand where memory is even. */
const lengthsIn = (bytes: Bytes, count: number) =>
  new Uint32Array(bytes.slice(0, count * Uint32Array.BYTES_PER_ELEMENT).buffer);
