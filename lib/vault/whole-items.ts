import { type Answers, asks, type Batch, batchOf } from "@/lib/crypto/open-many";
import type { SealedItem } from "@/lib/domain/item/sealed-item";
import type { ShownItem } from "@/lib/vault/item";
import { eachSealedText, type SealedText, shownFrom } from "@/lib/vault/item-codec";

/** A question about items, with where each ends in it. `hasTwice`: a ciphertext stands in the item more than once. */
export type AskedItems = { batch: Batch; items: { end: number; hasTwice: boolean }[] };

const asked = {
  text: asks.open,
  checked: asks.open,
  secret: asks.check,
  checksum: asks.checksum,
} as const satisfies Record<SealedText["is"], number>;

/** Asks for all that a page shows of items. Secrets are not opened, only checked, and so are checksums. */
export function askAbout(rows: readonly SealedItem[]): AskedItems {
  const texts: string[] = [];
  const wanted: number[] = [];
  const items = rows.map((row) => {
    const begin = texts.push(row.key);
    wanted.push(asks.itemKey);
    eachSealedText(row, (sealed, is) => {
      texts.push(sealed);
      wanted.push(asked[is]);
    });
    const end = texts.length;
    return { end, hasTwice: standsTwice(texts, begin) };
  });
  return { batch: batchOf(texts, Uint8Array.from(wanted)), items };
}

/** How many texts are sooner compared with each other than hashed. */
const few = 20;

/** Whether one of the texts from `begin` on stands there more than once. */
function standsTwice(texts: readonly string[], begin: number): boolean {
  const count = texts.length - begin;
  if (count > few) return new Set(texts.slice(begin)).size < count;
  for (let i = begin + 1; i < texts.length; i++)
    for (let before = begin; before < i; before++) if (texts[i] === texts[before]) return true;
  return false;
}

// A byte order mark is part of what somebody sealed, so it stays.
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * How items came out of `askAbout`: the texts that a page shows of one that is whole, in order; that its key does not
 * open; or that something in it is not as it was sealed.
 */
export function textsOfItems({ items, batch }: AskedItems, { answers, text: bytes }: Answers) {
  const text = decoder.decode(bytes);
  let place = 0;
  let at = 0;
  return items.map(({ end, hasTwice }): string[] | "closed" | "damaged" => {
    const isClosed = answers[place] === -1;
    const texts: string[] = [];
    let isWhole = !hasTwice;
    for (; place < end; place++) {
      const length = answers[place] ?? -1;
      if (length === -1) isWhole = false;
      else if (batch.wanted[place] === asks.open) {
        texts.push(text.slice(at, at + length));
        at += length;
      }
    }
    if (isClosed) return "closed";
    return isWhole ? texts : "damaged";
  });
}

/** An item that is as it was sealed. What is shown of it is put together when somebody looks at it. */
export class WholeItem {
  readonly damage: readonly never[] = [];
  #content: ShownItem | null = null;

  constructor(
    readonly row: SealedItem,
    readonly texts: readonly string[],
  ) {}

  get content(): ShownItem {
    this.#content ??= this.#read();
    return this.#content;
  }

  #read(): ShownItem {
    const next = this.texts.values();
    const show = (_: string, sealed: SealedItem["notes"], is: SealedText["is"]) => {
      if (sealed === null) return null;
      return is === "secret" ? { sealed } : (next.next().value ?? null);
    };
    return shownFrom(this.row, show, () => true);
  }
}
