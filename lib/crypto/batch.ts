import { textOf } from "@/lib/crypto/bytes";
import { type EncParts, parseEncString } from "@/lib/crypto/enc-string";
import { areGenuine, openAll } from "@/lib/crypto/open-all";
import { asSymmetricKey } from "@/lib/crypto/symmetric-key";
import type { EncString, SymmetricKey } from "@/lib/crypto/types";

/** Texts by whatever names the caller has for them. */
export type Named<Text> = Record<string, Text>;

/** An item's own key, which texts to open under it, and which to check without opening them. */
export type SealedTexts = { key: EncString; open: Named<EncString>; check: Named<EncString> };

/**
 * What was opened, null where a text cannot be, and the names of those that would not open; or the fact that the
 * item's key does not open.
 */
export type OpenedTexts = { ok: true; texts: Named<string | null>; broken: string[] } | { ok: false };

const failed: OpenedTexts = { ok: false };

/** Opens many texts under one key. One that cannot be opened is null, and spoils none of the others. */
export const openTexts = (key: SymmetricKey, texts: EncString[]): (string | null)[] =>
  openAll(key, texts.map(partsOrNull)).map(orNull(textOf));

/** Opens many items, each with a key of its own sealed under `key`. */
export function openItems(key: SymmetricKey, items: SealedTexts[]): OpenedTexts[] {
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
