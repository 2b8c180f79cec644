import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import * as inOneCall from "@/lib/crypto/batch";
import * as inScript from "@/lib/crypto/batch-in-script";
import { randomBytes, utf8 } from "@/lib/crypto/bytes";
import { formatEncString, parseEncString } from "@/lib/crypto/enc-string";
import { asks, batchOf } from "@/lib/crypto/open-many";
import { sealAll } from "@/lib/crypto/symmetric";
import { makeSymmetricKey } from "@/lib/crypto/symmetric-key";
import type { EncString } from "@/lib/crypto/types";
import { uriChecksum } from "@/lib/crypto/uri-checksum";
import { withBitTurned } from "@/test/crypto";

// Four messages are hashed side by side, sorted by their lengths, in parts of 256 entries.

const outer = makeSymmetricKey();
const itemKeys = [makeSymmetricKey(), makeSymmetricKey(), makeSymmetricKey()];
const keys = [outer, ...itemKeys];

const sizes = [
  0, 1, 15, 16, 17, 31, 32, 44, 47, 48, 63, 64, 65, 100, 112, 128, 200, 333, 500, 880, 1000, 2500,
];
/** So many bytes, most of them in letters of two, three and four. */
const textOfSize = (size: number) => "é€👩".repeat(Math.floor(size / 9)) + "x".repeat(size % 9);
const texts = sizes.flatMap((size) => [textOfSize(size), "y".repeat(size)]);

type Entry = [ask: number, sealed: EncString];
type Pool = {
  texts: EncString[];
  checksums: EncString[];
  strange: EncString[];
};
/** What is sealed under each key, and the items' keys under the outer one. */
let pools: Pool[];
let sealedKeys: EncString[];
let noKeys: EncString[];

beforeAll(async () => {
  pools = await Promise.all(
    keys.map(async (key) => ({
      texts: await sealAll(key, texts.map(utf8)),
      checksums: await sealAll(
        key,
        texts.map((text) => utf8(uriChecksum(text))),
      ),
      strange: await sealAll(key, [randomBytes(64), Uint8Array.of(0xff), utf8(`${uriChecksum("a")}=`)]),
    })),
  );
  sealedKeys = await sealAll(outer, itemKeys);
  noKeys = await sealAll(outer, [utf8("k".repeat(64)), randomBytes(63), randomBytes(80)]);
});

function pool(key: number): Pool {
  const found = pools[key];
  if (!found) throw new Error("no such key");
  return found;
}
const one = <Value>(list: readonly Value[], at: number): Value => list[at % list.length] as Value;

/** The same with another MAC. */
function forged(sealed: EncString, bit: number): EncString {
  const { body, mac } = parseEncString(sealed);
  return formatEncString({ body, mac: withBitTurned(mac, bit) });
}

function open(entries: readonly Entry[]) {
  const batch = batchOf(
    entries.map(([, sealed]) => sealed),
    Uint8Array.from(entries, ([ask]) => ask),
  );
  return { inOneCall: inOneCall.openBatch(outer, batch), inScript: inScript.openBatch(outer, batch) };
}

const upTo = (count: number) => Array.from({ length: count }, (_, i) => i);

describe.each([1, 2, 3, 4, 5, 6, 7, 8, 9])("%i side by side", (count) => {
  test("a MAC that differs anywhere is noticed in its own place only", () => {
    const { texts: sealed } = pool(0);
    // Equally long, so that they stay in order; and each of another length.
    for (const from of [upTo(count).map(() => 8), upTo(count).map((i) => (i * 7) % texts.length)])
      for (const lane of upTo(count))
        for (const word of upTo(8)) {
          const given = from.map((at, i) =>
            i === lane ? forged(one(sealed, at), 32 * word + i) : one(sealed, at),
          );
          const expected = from.map((at, i) => (i === lane ? null : one(texts, at)));
          expect(inOneCall.openTexts(outer, given)).toEqual(expected);
        }
  });

  test("an item's key that does not open closes its own item only", () => {
    for (const lane of upTo(count)) {
      const entries = upTo(count).flatMap((i): Entry[] => {
        const sealed = one(sealedKeys, i);
        const { texts: under } = pool(1 + (i % itemKeys.length));
        return [
          [asks.itemKey, i === lane ? forged(sealed, 5 * i) : sealed],
          [asks.open, one(under, i)],
          [asks.check, one(under, i + 1)],
        ];
      });
      const { answers } = open(entries).inOneCall;
      const expected = upTo(count).flatMap((i) => (i === lane ? [-1, -1, -1] : [0, one(texts, i).length, 0]));
      expect([...answers]).toEqual(expected);
    }
  });

  test("a checksum is compared with its own text", () => {
    const { texts: sealed, checksums } = pool(0);
    for (const lane of upTo(count)) {
      const entries = upTo(count).flatMap((i): Entry[] => [
        [asks.open, one(sealed, i * 5)],
        [asks.checksum, one(checksums, i === lane ? i * 5 + 2 : i * 5)],
      ]);
      const expected = upTo(count).flatMap((i) => [one(texts, i * 5).length, i === lane ? -1 : 0]);
      expect([...open(entries).inOneCall.answers]).toEqual(expected);
    }
  });
});

test("a message that ends before those beside it keeps its MAC", () => {
  // All of them count as long, so they come in this order.
  const places = [42, 38, 41, 39, 43, 40, 38, 42, 38, 38, 43, 41, 40];
  const { texts: sealed } = pool(0);
  const given = places.map((at) => one(sealed, at));
  expect(inOneCall.openTexts(outer, given)).toEqual(places.map((at) => one(texts, at)));
});

test("keys and texts go on from one part to the next", () => {
  const [first, second] = [pool(1), pool(2)];
  const text = (at: number): Entry => [asks.open, one(pool(0).texts, at)];
  const entries: Entry[] = [
    ...upTo(255).map(text),
    text(24),
    [asks.checksum, one(pool(0).checksums, 24)],
    [asks.itemKey, one(sealedKeys, 0)],
    ...upTo(253).map((i): Entry => [asks.open, one(first.texts, i)]),
    [asks.itemKey, one(sealedKeys, 1)],
    ...upTo(600).map((i): Entry => [asks.open, one(second.texts, i)]),
    ...upTo(167).map((i): Entry => [asks.check, one(second.texts, i)]),
    [asks.itemKey, forged(one(sealedKeys, 1), 3)],
    [asks.open, one(second.texts, 3)],
    [asks.check, one(pool(0).texts, 3)],
  ];
  expect(entries[256]?.[0]).toBe(asks.checksum);
  expect(entries[511]?.[0]).toBe(asks.itemKey);
  expect(entries[1280]?.[0]).toBe(asks.open);
  const { answers } = open(entries).inOneCall;
  const lengths = (count: number) => upTo(count).map((i) => one(texts, i).length);
  const [uri = 0] = [texts[24]?.length];
  expect([...answers]).toEqual([
    ...[...lengths(255), uri, 0],
    ...[0, ...lengths(253)],
    ...[0, ...lengths(600), ...upTo(167).map(() => 0)],
    ...[-1, -1, -1],
  ]);
});

test("a key goes on into a part that has many keys of its own", () => {
  const text = (key: number, at: number): Entry => [asks.open, one(pool(key).texts, at)];
  const entries: Entry[] = [
    [asks.itemKey, one(sealedKeys, 0)],
    ...upTo(300).map((i) => text(1, i)),
    ...upTo(200).flatMap((i): Entry[] => [
      [asks.itemKey, one(sealedKeys, i + 1)],
      text(1 + ((i + 1) % itemKeys.length), i),
    ]),
  ];
  const { answers } = open(entries).inOneCall;
  const lengths = (count: number) => upTo(count).map((i) => one(texts, i).length);
  expect([...answers]).toEqual([0, ...lengths(300), ...lengths(200).flatMap((length) => [0, length])]);
});

const pairOf = (text: EncString, checksum: EncString): Entry[] => [
  [asks.open, text],
  [asks.checksum, checksum],
];

/** An entry under a key: as it should be, or not. */
const someEntries = (under: fc.Arbitrary<number>): fc.Arbitrary<(key: number) => Entry[]> =>
  fc
    .record({ kind: fc.nat(8), at: under, other: under, bit: fc.nat(255), ask: fc.constantFrom(0, 0, 1, 3) })
    .map(({ kind, at, other, bit, ask }) => (key): Entry[] => {
      const { texts: sealed, checksums, strange } = pool(key);
      const [text, checksum] = [one(sealed, at), one(checksums, at)];
      if (kind === 0) return [[ask, forged(text, bit)]];
      if (kind === 1) return [[ask, one(strange, at)]];
      if (kind === 2) return [[ask, one(pool((key + 1) % keys.length).texts, at)]];
      if (kind === 3) return [[ask, text.slice(bit % text.length) as EncString]];
      if (kind === 4) return [[asks.checksum, checksum]];
      if (kind === 5)
        return [...pairOf(text, checksum), [ask, one(sealed, other)], [asks.checksum, checksum]];
      if (kind === 6) return pairOf(text, forged(checksum, bit));
      return [[ask, text]];
    });

const someSection = fc.record({
  key: fc.nat(itemKeys.length - 1),
  isClosed: fc.constantFrom(false, false, false, true),
  bit: fc.nat(255),
  entries: fc.array(someEntries(fc.nat(texts.length - 1)), { maxLength: 12, size: "max" }),
});

test("whatever a batch is made of, both ways answer the same", () => {
  const someStart = fc.array(someEntries(fc.nat(texts.length - 1)), { maxLength: 6 });
  fc.assert(
    fc.property(someStart, fc.array(someSection, { maxLength: 50, size: "max" }), (start, sections) => {
      const entries = [
        ...start.flatMap((make) => make(0)),
        ...sections.flatMap(({ key, isClosed, bit, entries: made }): Entry[] => {
          const sealed = one(sealedKeys, key);
          const closed = bit % 2 === 0 ? forged(sealed, bit) : one(noKeys, bit);
          return [[asks.itemKey, isClosed ? closed : sealed], ...made.flatMap((make) => make(1 + key))];
        }),
      ];
      const answers = open(entries);
      expect(answers.inOneCall).toEqual(answers.inScript);
    }),
    { numRuns: 25 },
  );
});
