import type { VaultContents } from "@/components/items/open-vault";
import type { KeptItem, OpenedRow } from "@/components/items/opened-row";
import { breathe, mapInParts } from "@/components/vault/in-parts";
import { concatBytes, textOf, utf8 } from "@/lib/crypto/bytes";
import type { Bytes } from "@/lib/crypto/types";
import {
  type CompactItems,
  type CompactRows,
  type ListedItem,
  rowsOf,
  type SealedValues,
} from "@/lib/domain/item/compact";
import type { SyncedVault } from "@/lib/operations/item/sync-my-vault";
import type { ShownItem } from "@/lib/vault/item";
import type { Damage } from "@/lib/vault/item-damage";
import type { OpenedItem } from "@/lib/vault/open-items";
import { WholeItem } from "@/lib/vault/whole-items";

type Sent = NonNullable<SyncedVault["contents"]>;
type Around = Omit<Sent, "compact">;

/** A vault as the server sent it, whole, and when. */
export type SentVault = { revision: string; at: number; contents: Around & { compact: CompactItems } };

/** The same from a device, with its items as they were opened, in their order. */
export type KeptVault = {
  revision: string;
  at: number;
  around: Around;
  rows: Pick<VaultContents, "items" | "entries">;
  contents: ReadonlyMap<string, KeptItem | null>;
  order: readonly number[];
};

/** What is read before a list is shown. The rest is read item by item, when somebody looks at one. */
type Head = Pick<KeptVault, "revision" | "at" | "around" | "order"> & {
  compact: CompactRows;
  /** Those that do not open. */
  closed: number[];
};

/** What an item was opened to: its texts, with what there is of it where it is not whole. */
type Body = [...SealedValues, Texts | (Texts & { content: ShownItem; damage: readonly Damage[] }) | null];
type Texts = { texts: readonly string[] };

/** Puts a vault that was opened into bytes, part by part. */
export async function packVault(
  { revision, at, contents }: SentVault,
  items: readonly OpenedRow[],
): Promise<Bytes> {
  const { compact, ...around } = contents;
  const { sealed, ...rows } = compact;
  const byId = new Map(items.map((item) => [item.id, item]));
  const places = new Map(rows.rows.map(([id], i) => [id as string, i]));
  const order = items.flatMap(({ id }) => places.get(id) ?? []);
  const all = rows.rows.map(([id], i) => ({ item: byId.get(id as string), sealed: sealed[i], i }));
  const bodies = await mapInParts(all, ({ item, sealed }) =>
    utf8(JSON.stringify([...(sealed ?? []), openedOf(item)])),
  );
  await breathe();
  const closed = all.flatMap(({ item, i }) => (item?.opened ? [] : [i]));
  const head: Head = { revision, at, around, compact: rows, order, closed };
  // A folded text has no line's end.
  const searched = all.map(({ item }) => item?.searched ?? "").join("\n");
  const texts = [utf8(JSON.stringify(head)), utf8(searched), ...bodies];
  await breathe();
  const lengths = Uint32Array.from([texts.length, ...texts.map(({ length }) => length)]);
  return concatBytes(new Uint8Array(lengths.buffer), ...texts);
}

function openedOf(item: OpenedRow | undefined): Body[3] {
  if (!item?.opened) return null;
  const { content, damage, texts } = item.opened;
  return damage.length > 0 ? { texts, damage, content } : { texts };
}

/** Reads what `packVault` has made. */
export function unpackVault(bytes: Bytes): KeptVault {
  const textAt = textsIn(bytes);
  const { revision, at, around, compact, order, ...head }: Head = JSON.parse(textAt(0));
  const closed = new Set(head.closed);
  const searched = textAt(1).split("\n");
  const bodies: (Body | undefined)[] = [];
  const bodyAt = (i: number): Body => {
    bodies[i] ??= JSON.parse(textAt(i + 2)) as Body;
    return bodies[i];
  };
  const rows = rowsOf(compact, (i) => {
    const [key, common, data] = bodyAt(i);
    return [key, common, data];
  });
  const contents = new Map(
    rows.items.map((row, i) => [
      row.id as string,
      closed.has(i) ? null : new KeptOnDevice(row, searched[i] ?? "", () => bodyAt(i)[3]),
    ]),
  );
  return { revision, at, around, rows, contents, order };
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

/** The texts that stand one after the other, behind their number and their lengths. */
function textsIn(bytes: Bytes): (i: number) => string {
  const count = lengthsIn(bytes, 1)[0] ?? 0;
  const ends = lengthsIn(bytes, count + 1);
  ends[0] = ends.byteLength;
  for (let i = 1; i <= count; i++) ends[i] = (ends[i - 1] ?? 0) + (ends[i] ?? 0);
  return (i) => textOf(bytes.subarray(ends[i], ends[i + 1]));
}

/** The first numbers of what `packVault` has made. They are copied, because numbers stand where memory is even. */
const lengthsIn = (bytes: Bytes, count: number) =>
  new Uint32Array(bytes.slice(0, count * Uint32Array.BYTES_PER_ELEMENT).buffer);
