import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toBase64 } from "@/lib/crypto/base64";
import { formatEncString, fromBinary, isEncString, parseEncString, toBinary } from "@/lib/crypto/enc-string";
import { MalformedCiphertext } from "@/lib/crypto/errors";
import { someBytes } from "@/test/crypto";

const parts = fc
  .tuple(
    someBytes({ minLength: 16, maxLength: 16 }),
    fc.integer({ min: 1, max: 40 }),
    fc.infiniteStream(fc.nat(255)),
  )
  .map(([mac, blocks, stream]) => ({
    body: Uint8Array.from({ length: 16 + 16 * blocks }, () => stream.next().value ?? 0),
    mac: new Uint8Array([...mac, ...mac]),
  }));

const sealed = (iv: number, data: number, mac: number) =>
  `2.${[iv, data, mac].map((size) => toBase64(new Uint8Array(size))).join("|")}`;

describe("a type 2 text", () => {
  test("is put together as it was taken apart, in both forms", () => {
    fc.assert(
      fc.property(parts, (it) => {
        expect(parseEncString(formatEncString(it))).toEqual(it);
        expect(fromBinary(toBinary(it))).toEqual(it);
        expect(isEncString(formatEncString(it))).toBe(true);
      }),
    );
  });

  test.each([
    ["nothing", ""],
    ["plain text", "hello"],
    ["another type", sealed(16, 16, 32).replace("2.", "0.")],
    ["no type", sealed(16, 16, 32).slice(2)],
    ["two types", `2.${sealed(16, 16, 32)}`],
    ["a short IV", sealed(15, 16, 32)],
    ["no data", sealed(16, 0, 32)],
    ["a part of a block", sealed(16, 17, 32)],
    ["a short MAC", sealed(16, 16, 31)],
    ["no MAC", sealed(16, 16, 32).split("|").slice(0, 2).join("|")],
    ["a fourth part", `${sealed(16, 16, 32)}|AAAA`],
    ["a space at the end", `${sealed(16, 16, 32)} `],
  ])("is not %s", (_, text) => {
    expect(isEncString(text)).toBe(false);
    expect(() => parseEncString(text)).toThrow(MalformedCiphertext);
  });

  test("is refused beyond the given length", () => {
    const text = sealed(16, 16, 32);
    expect(isEncString(text, text.length)).toBe(true);
    expect(isEncString(text, text.length - 1)).toBe(false);
  });

  test("is never found in arbitrary text, and looking never throws", () => {
    fc.assert(fc.property(fc.string(), (text) => !isEncString(text)));
  });

  test("in binary form needs 65 bytes, whole blocks and its type", () => {
    const blob = toBinary({ body: new Uint8Array(32), mac: new Uint8Array(32) });
    expect(blob).toHaveLength(65);
    for (const bad of [blob.subarray(0, 64), blob.subarray(0, 49), new Uint8Array([0, ...blob.subarray(1)])])
      expect(() => fromBinary(bad)).toThrow(MalformedCiphertext);
  });

  test("of a hundred thousand characters is judged at once", () => {
    const start = performance.now();
    isEncString(`2.${"A".repeat(100_000)}`);
    isEncString("|".repeat(100_000));
    expect(performance.now() - start).toBeLessThan(50);
  });
});
