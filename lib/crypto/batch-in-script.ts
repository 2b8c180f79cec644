import { textOf, utf8 } from "@/lib/crypto/bytes";
import { type EncParts, parseEncString } from "@/lib/crypto/enc-string";
import { areGenuine, openAll } from "@/lib/crypto/open-all";
import { type Answers, asks, type Batch, textsIn } from "@/lib/crypto/open-many";
import { asSymmetricKey } from "@/lib/crypto/symmetric-key";
import type { EncString, SymmetricKey } from "@/lib/crypto/types";
import { uriChecksum } from "@/lib/crypto/uri-checksum";

// The same answers as those of batch.ts, where WebAssembly does not run.

export const openTexts = (key: SymmetricKey, texts: readonly string[]): (string | null)[] =>
  openAll(key, texts.map(partsOrNull)).map(orNull(textOf));

/** A batch of items: what stands after an item's key is under that key. */
export function openBatch(key: SymmetricKey, batch: Batch): Answers {
  const texts = textsIn(batch);
  const opened: (string | null)[] = texts.map(() => null);
  for (const { from, to } of itemsIn(batch)) {
    const [itemKey] = openAll(key, [partsOrNull(texts[from] ?? "")]).map(orNull(asSymmetricKey));
    if (!itemKey) continue;
    opened[from] = "";
    const places = Array.from({ length: to - from - 1 }, (_, i) => from + 1 + i);
    const [toOpen, toCheck] = [false, true].map((isChecked) =>
      places.filter((place) => (batch.wanted[place] === asks.check) === isChecked),
    ) as [number[], number[]];
    const found = openTexts(
      itemKey,
      toOpen.map((place) => texts[place] ?? ""),
    );
    let last = "";
    toOpen.forEach((place, i) => {
      const text = found[i] ?? null;
      if (batch.wanted[place] === asks.checksum) opened[place] = text === uriChecksum(last) ? "" : null;
      else {
        opened[place] = text;
        last = text ?? "";
      }
    });
    const isGenuine = areGenuine(
      itemKey,
      toCheck.map((place) => partsOrNull(texts[place] ?? "")),
    );
    toCheck.forEach((place, i) => {
      opened[place] = isGenuine[i] ? "" : null;
    });
  }
  return { answers: Int32Array.from(opened, (text) => text?.length ?? -1), text: utf8(opened.join("")) };
}

/** Where each item of a batch begins, and where the next one does. */
function itemsIn({ wanted }: Batch): { from: number; to: number }[] {
  const starts = [...wanted.keys()].filter((place) => wanted[place] === asks.itemKey);
  return starts.map((from, i) => ({ from, to: starts[i + 1] ?? wanted.length }));
}

const partsOrNull = (text: string): EncParts | null => orNull(parseEncString)(text as EncString);

/** The same function for values that may be missing, which answers null instead of throwing. */
function orNull<Value, Result>(convert: (value: Value) => Result): (value: Value | null) => Result | null {
  return (value) => {
    if (value === null) return null;
    try {
      return convert(value);
    } catch {
      return null;
    }
  };
}
