import type { OpenedTexts, SealedTexts } from "@/lib/crypto/batch";
import { textOf } from "@/lib/crypto/bytes";
import { type EncParts, parseEncString } from "@/lib/crypto/enc-string";
import { areGenuine, openAll } from "@/lib/crypto/open-all";
import { asSymmetricKey } from "@/lib/crypto/symmetric-key";
import type { EncString, SymmetricKey } from "@/lib/crypto/types";

const failed: OpenedTexts = { ok: false };

// The same answers as those of batch.ts, where WebAssembly does not run.

export const openTexts = (key: SymmetricKey, texts: readonly EncString[]): (string | null)[] =>
  openAll(key, texts.map(partsOrNull)).map(orNull(textOf));

export function openItems(key: SymmetricKey, items: readonly SealedTexts[]): OpenedTexts[] {
  const itemKeys = openAll(
    key,
    items.map((item) => partsOrNull(item.key)),
  ).map(orNull(asSymmetricKey));

  return items.map((item, i) => {
    const itemKey = itemKeys[i];
    return itemKey ? openNamed(itemKey, item) : failed;
  });
}

function openNamed(itemKey: SymmetricKey, { open, check }: SealedTexts): OpenedTexts {
  const opened = openTexts(itemKey, Object.values(open));
  const checked = Object.keys(check);
  const isGenuine = areGenuine(itemKey, Object.values(check).map(partsOrNull));
  return {
    ok: true,
    texts: Object.fromEntries(Object.keys(open).map((name, i) => [name, opened[i] ?? null])),
    broken: checked.filter((_, i) => !isGenuine[i]),
  };
}

const partsOrNull: (text: EncString) => EncParts | null = orNull(parseEncString);

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
