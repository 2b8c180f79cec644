import { type Answers, asks, type Batch, batchOf } from "@/lib/crypto/open-many";
import type { SealedItem } from "@/lib/domain/item/sealed-item";
import type { ShownItem } from "@/lib/vault/item";
import { type SealedText, type Show, sealedTextsOf, shownFrom } from "@/lib/vault/item-codec";

/** A question about items, with where each ends in it. `hasTwice`: a ciphertext stands in the item more than once. */
export type AskedItems = { batch: Batch; items: { end: number; hasTwice: boolean }[] };

/** How an item came out: whole, with its key not opening, or with something that is not as it was sealed. */
export type WholeItem = ShownItem | "closed" | "damaged";

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
    texts.push(row.key);
    wanted.push(asks.itemKey);
    const own = sealedTextsOf(row);
    for (const { sealed, is } of own) {
      texts.push(sealed);
      wanted.push(asked[is]);
    }
    const hasTwice = new Set(own.map(({ sealed }) => sealed)).size < own.length;
    return { end: texts.length, hasTwice };
  });
  return { batch: batchOf(texts, Uint8Array.from(wanted)), items };
}

// A byte order mark is part of what somebody sealed, so it stays.
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Puts the answers to `askAbout` together. */
export function wholeItems(
  rows: readonly SealedItem[],
  { items }: AskedItems,
  { answers, text: bytes }: Answers,
): WholeItem[] {
  const text = decoder.decode(bytes);
  let place = 0;
  let at = 0;
  /** The next text; nothing for what was only checked. */
  const next = (): string => {
    const length = Math.max(0, answers[place] ?? 0);
    place += 1;
    at += length;
    return text.slice(at - length, at);
  };
  const show: Show = (_, sealed, is) => {
    if (sealed === null) return null;
    const opened = next();
    // Its checksum stands behind it.
    if (is === "checked") next();
    return is === "secret" ? { sealed } : opened;
  };
  return rows.map((row, i): WholeItem => {
    const { end, hasTwice } = items[i] ?? { end: place, hasTwice: true };
    const isClosed = answers[place] === -1;
    const isWhole = !hasTwice && answers.subarray(place, end).every((length) => length !== -1);
    if (isWhole) {
      next();
      return shownFrom(row, show, () => true);
    }
    while (place < end) next();
    return isClosed ? "closed" : "damaged";
  });
}
