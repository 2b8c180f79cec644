import { expect, test } from "vitest";
import { toBase64 } from "@/lib/crypto/base64";
import * as inOneCall from "@/lib/crypto/batch";
import * as inScript from "@/lib/crypto/batch-in-script";
import { concatBytes, randomBytes, utf8 } from "@/lib/crypto/bytes";
import { macMaker } from "@/lib/crypto/hmac-many";
import { asks, batchOf } from "@/lib/crypto/open-many";
import { sealParts, sealText } from "@/lib/crypto/symmetric";
import { makeSymmetricKey } from "@/lib/crypto/symmetric-key";
import type { Bytes } from "@/lib/crypto/types";
import { uriChecksum } from "@/lib/crypto/uri-checksum";

// What only somebody with the key can make, and is still not taken: the MAC is genuine in all of these.

const key = makeSymmetricKey();
const macOf = macMaker(key);
const iv = randomBytes(16);
const data = randomBytes(48);
const mac = macOf(concatBytes(iv, data));
const written = (...parts: (Bytes | string)[]) =>
  `2.${parts.map((part) => (typeof part === "string" ? part : toBase64(part))).join("|")}`;

/** How each answers: to be opened, and to be checked. */
function answersTo(texts: readonly string[]) {
  const twice = texts.flatMap((text) => [text, text]);
  const wanted = Uint8Array.from(twice, (_, i) => (i % 2 === 0 ? asks.open : asks.check));
  const batch = batchOf(twice, wanted);
  const answers = inOneCall.openBatch(key, batch);
  expect(answers).toEqual(inScript.openBatch(key, batch));
  return [...answers.answers];
}
const isGenuineNowhere = (texts: readonly string[]) =>
  expect(answersTo(texts)).toEqual(texts.flatMap(() => [-1, -1]));

test("blocks that end in no padding are genuine, and no text", async () => {
  const ends = [
    ...[[0], [17], [255], [1, 2], [3, 9, 3], [2, 3, 3], new Array(16).fill(48)],
    ...[0, 7, 14].map((at) => Array.from({ length: 16 }, (_, i) => (i === at ? 1 : 16))),
  ];
  const texts = ends.map(async (end) => {
    const plain = Uint8Array.from([...new Array(32 - end.length).fill(65), ...end]);
    // The block that holds nothing but padding is left out.
    const body = (await sealParts(key, plain, iv)).body.subarray(0, 48);
    return written(body.subarray(0, 16), body.subarray(16), macOf(body));
  });
  expect(answersTo(await Promise.all(texts))).toEqual(ends.flatMap(() => [-1, 0]));
});

test("no part is of another size", () => {
  const shorter = Array.from({ length: 5000 }, () => randomBytes(16)).find(
    (other) => macOf(concatBytes(other, data))[31] === 0,
  ) as Bytes;
  const odd = [0, 4, 20, 24, 47, 49].map((size) => randomBytes(size));
  isGenuineNowhere([
    ...odd.map((other) => written(iv, other, macOf(concatBytes(iv, other)))),
    ...[17, 18].map((size) => written(concatBytes(iv, randomBytes(size - 16)), data, mac)),
    written(iv.subarray(0, 15), data, macOf(concatBytes(iv.subarray(0, 15), data))),
    written(iv, data, concatBytes(mac, Uint8Array.of(7))),
    written(shorter, data, macOf(concatBytes(shorter, data)).subarray(0, 31)),
    ...["A", "AA", "AAA"].map((more) => written(iv, `${toBase64(data)}${more}`, mac)),
  ]);
});

test("no part has a second spelling", () => {
  const short = data.subarray(0, 32);
  const sixteen = data.subarray(0, 16);
  const next = (part: Bytes) =>
    toBase64(part).replace(/.(?==)/, (letter) => String.fromCharCode(letter.charCodeAt(0) + 1));
  isGenuineNowhere([
    written(next(iv), data, mac),
    written(iv, data, next(mac)),
    ...[short, sixteen].map((part) => written(iv, next(part), macOf(concatBytes(iv, part)))),
    ...[short, sixteen].map((part) =>
      written(iv, toBase64(part).replace(/=*$/, ""), macOf(concatBytes(iv, part))),
    ),
  ]);
});

test("no letter stands for another one", () => {
  const text = written(iv, data, mac);
  expect(answersTo([text])[1]).toBe(0);
  const others = Array.from({ length: 127 }, (_, code) => String.fromCharCode(code + 1));
  const strange = others.filter((letter) => !/[A-Za-z0-9+/=]/.test(letter));
  const places = [...text].flatMap((letter, i) => (i > 1 && /[A-Za-z0-9+/]/.test(letter) ? [i] : []));
  for (const letter of strange)
    isGenuineNowhere(places.map((at) => text.slice(0, at) + letter + text.slice(at + 1)));
});

test("no text is a checksum of its own, in whatever form", async () => {
  const own = uriChecksum("a text");
  const longer = [`${own}A`, own.replace("=", "A")];
  const checksums = [
    ...longer,
    "",
    "x".repeat(44),
    toBase64(randomBytes(31)),
    toBase64(randomBytes(33)),
    "A".repeat(4000),
  ];
  const texts = await Promise.all(["a text", ...checksums].map((text) => sealText(key, text)));
  const wanted = Uint8Array.from(texts, (_, i) => (i === 0 ? asks.open : asks.checksum));
  const { answers, text } = inOneCall.openBatch(key, batchOf(texts, wanted));
  expect({ answers: [...answers], text }).toEqual({
    answers: [6, ...checksums.map(() => -1)],
    text: utf8("a text"),
  });
});
