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

/** What stands after an item's key is under that key, and what stands before the first one under `key`. */
export function openBatch(key: SymmetricKey, batch: Batch): Answers {
  const texts = textsIn(batch);
  const opened: (string | null)[] = texts.map(() => null);
  for (const { keyAt, from, to } of sectionsIn(batch)) {
    const [under] =
      keyAt === null ? [key] : openAll(key, [partsOrNull(texts[keyAt] ?? "")]).map(orNull(asSymmetricKey));
    if (!under) continue;
    if (keyAt !== null) opened[keyAt] = "";
    const places = Array.from({ length: to - from }, (_, i) => from + i);
    const [toOpen, toCheck] = [false, true].map((isChecked) =>
      places.filter((place) => (batch.wanted[place] === asks.check) === isChecked),
    ) as [number[], number[]];
    const found = openTexts(
      under,
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
      under,
      toCheck.map((place) => partsOrNull(texts[place] ?? "")),
    );
    toCheck.forEach((place, i) => {
      opened[place] = isGenuine[i] ? "" : null;
    });
  }
  return { answers: Int32Array.from(opened, (text) => text?.length ?? -1), text: utf8(opened.join("")) };
}

/** Which entries of a batch are under one key, and where that key stands among them. */
function sectionsIn({ wanted }: Batch): { keyAt: number | null; from: number; to: number }[] {
  const keys = [...wanted.keys()].filter((place) => wanted[place] === asks.itemKey);
  const ends = [...keys, wanted.length];
  return ends.map((to, i) => {
    const keyAt = keys[i - 1] ?? null;
    return { keyAt, from: keyAt === null ? 0 : keyAt + 1, to };
  });
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
