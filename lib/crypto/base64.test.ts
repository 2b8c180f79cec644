import fc from "fast-check";
import { expect, test } from "vitest";
import { fromBase64, toBase64 } from "@/lib/crypto/base64";
import { MalformedCiphertext } from "@/lib/crypto/errors";
import { someBytes } from "@/test/crypto";

test("bytes come back as they were, and are spelled as Node spells them", () => {
  fc.assert(
    fc.property(someBytes(), (bytes) => {
      expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString("base64"));
      expect(fromBase64(toBase64(bytes))).toEqual(bytes);
    }),
  );
});

test.each([
  "A",
  "AA",
  "AAA",
  "AA=",
  "AB==",
  "AAB=",
  "A===",
  "====",
  "AA==AA==",
  "AA-_",
  "AA\n=",
  "ÄAAA",
  "😀AA",
])("%j is refused: one value has one spelling", (text) => {
  expect(() => fromBase64(text)).toThrow(MalformedCiphertext);
});
