import fc from "fast-check";
import { asSymmetricKey } from "@/lib/crypto/symmetric-key";
import type { Bytes } from "@/lib/crypto/types";

/** Any bytes, as fast-check makes them, in a buffer of their own. */
export const someBytes = (limits: { minLength?: number; maxLength?: number } = {}): fc.Arbitrary<Bytes> =>
  fc.uint8Array(limits).map((bytes) => new Uint8Array(bytes));

/** Any key. Its first byte stands in no UTF-8, because no text is a key. */
export const someKey = someBytes({ minLength: 63, maxLength: 63 }).map((bytes) =>
  asSymmetricKey(Uint8Array.of(0xff, ...bytes)),
);

export const someText = fc.string({ unit: "grapheme", maxLength: 200 });

/** The same bytes with one bit turned over. */
export function withBitTurned(bytes: Uint8Array, at: number): Bytes {
  const turned = new Uint8Array(bytes);
  const index = at % (8 * bytes.length);
  turned[index >> 3] = (turned[index >> 3] ?? 0) ^ (1 << (index & 7));
  return turned;
}
