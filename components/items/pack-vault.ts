import type { ItemRow } from "@/components/items/item";
import type { KeptItem, VaultContents } from "@/components/items/open-vault";
import { mapInParts } from "@/components/vault/in-parts";
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
import { openTextsOf, shownFrom } from "@/lib/vault/item-codec";
import type { Damage } from "@/lib/vault/item-damage";

type Sent = NonNullable<SyncedVault["contents"]>;
type Around = Omit<Sent, "compact">;

/** A vault as the server sent it, and when. */
export type SentVault = { revision: string; at: number; contents: Sent };

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

/** What an item was opened to: the texts of one that is whole, or what there is of one that is not. */
type Body = [...SealedValues, { texts: string[] } | { content: ShownItem; damage: readonly Damage[] } | null];

const lengthSize = 4;

/** Puts a vault that was opened into bytes, part by part. */
export async function packVault(
  { revision, at, contents }: SentVault,
  items: readonly ItemRow[],
): Promise<Bytes> {
  const { compact, ...around } = contents;
  const { sealed, ...rows } = compact as CompactItems;
  const byId = new Map(items.map((item) => [item.id, item]));
  const places = new Map(rows.rows.map(([id], i) => [id as string, i]));
  const order = items.flatMap(({ id }) => places.get(id) ?? []);
  const all = rows.rows.map(([id], i) => ({ item: byId.get(id as string), sealed: sealed[i], i }));
  const bodies = await mapInParts(all, ({ item, sealed }) =>
    utf8(JSON.stringify([...(sealed ?? []), openedOf(item)])),
  );
  const closed = all.flatMap(({ item, i }) => (item?.content ? [] : [i]));
  const head: Head = { revision, at, around, compact: rows, order, closed };
  // A folded text has no line's end.
  const searched = all.map(({ item }) => item?.searched ?? "").join("\n");
  const texts = [utf8(JSON.stringify(head)), utf8(searched), ...bodies];
  const lengths = Uint32Array.from([texts.length, ...texts.map(({ length }) => length)]);
  return concatBytes(new Uint8Array(lengths.buffer), ...texts);
}

function openedOf(item: ItemRow | undefined): Body[3] {
  if (!item?.content) return null;
  const { content, damage } = item;
  if (damage.length > 0) return { content, damage };
  return { texts: openTextsOf(content).map(({ text }) => text) };
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
      closed.has(i) ? null : keptItem(row, searched[i] ?? "", () => bodyAt(i)[3]),
    ]),
  );
  return { revision, at, around, rows, contents, order };
}

/** An item whose content is put together when somebody looks at it. */
function keptItem(row: ListedItem, searched: string, read: () => Body[3]): KeptItem {
  let content: ShownItem | null = null;
  return {
    searched,
    get content() {
      const opened = read();
      if (opened && "content" in opened) return opened.content;
      content ??= fromTexts(row, opened?.texts ?? []);
      return content;
    },
    get damage() {
      const opened = read();
      return opened && "damage" in opened ? opened.damage : [];
    },
  };
}

/** The item again of which these are the open texts. */
function fromTexts(row: ListedItem, texts: readonly string[]): ShownItem {
  const next = texts.values();
  return shownFrom(
    row,
    (_, sealed, is) => {
      if (sealed === null) return null;
      return is === "secret" ? { sealed } : (next.next().value ?? null);
    },
    () => true,
  );
}

/** The texts that stand one after the other, behind their number and their lengths. */
function textsIn(bytes: Bytes): (i: number) => string {
  const lengthAt = (i: number) =>
    new DataView(bytes.buffer, bytes.byteOffset).getUint32(i * lengthSize, true);
  const count = lengthAt(0);
  const ends = new Uint32Array(count + 1);
  ends[0] = lengthSize * (count + 1);
  for (let i = 0; i < count; i++) ends[i + 1] = (ends[i] ?? 0) + lengthAt(i + 1);
  return (i) => textOf(bytes.subarray(ends[i], ends[i + 1]));
}
