import { longestData } from "@/lib/domain/item/sealed-item";
import { sealedLength } from "@/lib/domain/sealed";

type Typed = {
  parts: Readonly<Record<string, string>>;
  uris: readonly { uri: string }[];
  fields: readonly { name: string; value: string }[];
};

/** Names, marks and numbers that stand around a sealed text, in characters. */
const around = 50;

const sealedText = (text: string) => sealedLength(new TextEncoder().encode(text).length) + around;
const sum = (sizes: readonly number[]) => sizes.reduce((whole, size) => whole + size, 0);

/** How many characters the server counts for what was typed: sealed, and a checksum of 44 bytes beside each address. */
export function itemSize({ parts, uris, fields }: Typed) {
  const sizes = {
    parts: sum(Object.values(parts).filter(Boolean).map(sealedText)),
    uris: sum(uris.map(({ uri }) => sealedText(uri) + sealedLength(44) + around)),
    fields: sum(fields.map(({ name, value }) => sealedText(name) + sealedText(value))),
  };
  return { ...sizes, whole: sizes.parts + sizes.uris + sizes.fields };
}

/** What can be typed of one item, so that one of its former passwords has room beside it. */
export const largestTyped = longestData - 5_500;
