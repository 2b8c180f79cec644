import { textOf } from "@/lib/crypto/bytes";
import { type EncParts, parseEncString } from "@/lib/crypto/enc-string";
import { openAll } from "@/lib/crypto/open-all";
import { asSymmetricKey } from "@/lib/crypto/symmetric-key";
import type { EncString, SymmetricKey } from "@/lib/crypto/types";

type SealedFields = { key: EncString; fields: (EncString | null)[] };
type OpenedFields = { ok: true; fields: (string | null)[] } | { ok: false };

const failed: OpenedFields = { ok: false };

/** Opens many texts under one key. One that cannot be opened is null, and spoils none of the others. */
export const openTexts = (key: SymmetricKey, texts: EncString[]): (string | null)[] =>
  openAll(key, texts.map(partsOrNull)).map(orNull(textOf));

/**
 * Opens many items, each with a key of its own sealed under `key`. A field that cannot be opened is null, as an
 * empty one is: whoever shows the item has both lists, and tells the two apart.
 */
export function openItems(key: SymmetricKey, items: SealedFields[]): OpenedFields[] {
  const itemKeys = openAll(
    key,
    items.map((item) => partsOrNull(item.key)),
  ).map(orNull(asSymmetricKey));

  return items.map((item, i) => {
    const itemKey = itemKeys[i];
    return itemKey ? openFields(itemKey, item.fields) : failed;
  });
}

function openFields(itemKey: SymmetricKey, sealed: (EncString | null)[]): OpenedFields {
  return { ok: true, fields: openAll(itemKey, sealed.map(orNull(partsOrNull))).map(orNull(textOf)) };
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
