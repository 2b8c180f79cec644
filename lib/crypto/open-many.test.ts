import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { fromBase64 } from "@/lib/crypto/base64";
import * as inOneCall from "@/lib/crypto/batch";
import * as inScript from "@/lib/crypto/batch-in-script";
import { randomBytes, utf8 } from "@/lib/crypto/bytes";
import { asks, batchOf } from "@/lib/crypto/open-many";
import { sealBytes, sealText } from "@/lib/crypto/symmetric";
import { makeSymmetricKey } from "@/lib/crypto/symmetric-key";
import type { Bytes, EncString } from "@/lib/crypto/types";
import { uriChecksum } from "@/lib/crypto/uri-checksum";
import { compiled } from "@/lib/crypto/wasm/compiled";

const key = makeSymmetricKey();
const texts = [
  "",
  "a",
  "fifteen letters",
  "sixteen letters!",
  "École Montclair, 日本語, 𝒳, 👩🏽‍💻",
  "\ufeffwith a byte order mark",
  "a line\nand another, and \u0000",
  "x".repeat(10_000),
];
/** Not what a text is sealed as, but what a server may serve. */
const noTexts: Bytes[] = [
  [0xff],
  [0xc0, 0x80],
  [0xc3],
  [0xe0, 0x80, 0x80],
  [0xed, 0xa0, 0x80],
  [0xf0, 0x8f, 0xbf, 0xbf],
  [0xf4, 0x90, 0x80, 0x80],
  [0xf5, 0x80, 0x80, 0x80],
  [0xe2, 0x82],
  [0xc3, 0x28],
  [0xe2, 0x82, 0x28],
  [0xf0, 0x9f, 0x91, 0x28],
  [0x80],
].map((bytes) => Uint8Array.from(bytes));

let sealed: EncString[];
let strange: EncString[];
beforeAll(async () => {
  sealed = await Promise.all(texts.map((text) => sealText(key, text)));
  strange = await Promise.all(noTexts.map((bytes) => sealBytes(key, bytes)));
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

/** Each ciphertext with something that is not as it was, at every place of a short one. */
function damaged([first = "" as EncString]: EncString[]): EncString[] {
  const letters = ["A", "=", "|", ".", "é", "\n", "/"];
  const changed = [...first].flatMap((_, i) =>
    letters.map((letter) => `${first.slice(0, i)}${letter}${first.slice(i + 1)}`),
  );
  const [iv, data, mac] = first.slice(2).split("|");
  const others = ["", "2", "2.", "2.||", `0.${iv}|${data}`, `2.${iv}|${data}`, `2.${data}|${iv}|${mac}`];
  const longer = [`${first}|`, `${first}=`, `2.${iv}||${mac}`, `${first}\u{1f511}`, `2.${iv}|${iv}|${mac}`];
  return [...changed, ...others, ...longer] as EncString[];
}

describe("in one call", () => {
  test("texts of every length come out as they went in", () => {
    expect(inOneCall.openTexts(key, sealed)).toEqual(texts);
    expect(inOneCall.openTexts(key, [])).toEqual([]);
  });

  test("what cannot be opened is null, as in script, and spoils none of the others", () => {
    const [good = "" as EncString] = sealed;
    const bad = [...damaged([good]), ...strange];
    const mixed = bad.flatMap((one, i) => [one, sealed[i % sealed.length] ?? good]);
    const opened = inOneCall.openTexts(key, mixed);
    expect(opened).toEqual(inScript.openTexts(key, mixed));
    expect(opened.filter((text) => text === null).length).toBeGreaterThan(bad.length * 0.9);
    expect(opened.filter((_, i) => i % 2 === 1)).toEqual(bad.map((_, i) => texts[i % texts.length]));
  });

  test("another key opens nothing", () => {
    expect(inOneCall.openTexts(makeSymmetricKey(), sealed)).toEqual(texts.map(() => null));
  });

  test("each item is under its own key, and one whose key does not open gives nothing", async () => {
    const [one, other] = [makeSymmetricKey(), makeSymmetricKey()];
    const items = [
      { key: await sealBytes(key, one), open: { a: await sealText(one, "one") }, check: {} },
      {
        key: await sealBytes(key, other),
        open: { a: await sealText(one, "not its own"), b: await sealText(other, "two") },
        check: { c: await sealText(other, "three"), d: await sealText(one, "not its own") },
      },
      // A text of 64 bytes is no key, and neither is anything shorter or longer.
      { key: await sealText(key, "k".repeat(64)), open: { a: await sealText(other, "x") }, check: {} },
      { key: await sealBytes(key, randomBytes(32)), open: { a: await sealText(other, "x") }, check: {} },
      { key: await sealBytes(key, randomBytes(65)), open: { a: await sealText(other, "x") }, check: {} },
      { key: await sealBytes(one, other), open: { a: await sealText(other, "x") }, check: {} },
      { key: await sealBytes(key, other), open: {}, check: { a: await sealText(other, "x") } },
    ];
    const expected = [
      { ok: true, texts: { a: "one" }, broken: [] },
      { ok: true, texts: { a: null, b: "two" }, broken: ["d"] },
      ...Array.from({ length: 4 }, () => ({ ok: false })),
      { ok: true, texts: {}, broken: [] },
    ];
    expect(inOneCall.openItems(key, items)).toEqual(expected);
    const batch = inOneCall.batchOfItems(items);
    expect(inOneCall.readAnswers(items, inScript.openBatch(key, batch))).toEqual(expected);
    expect(inOneCall.readAnswers(items, inOneCall.openBatch(key, structuredClone(batch)))).toEqual(expected);
  });

  test("a strange letter in one item spoils none of the others, and moves nothing", async () => {
    const own = makeSymmetricKey();
    const good = { key: await sealBytes(key, own), open: { a: await sealText(own, "École") }, check: {} };
    const bad = { ...good, open: { a: `${good.open.a}é\u{1f511}` as EncString } };
    const items = [good, bad, good];
    const fine = { ok: true, texts: { a: "École" }, broken: [] };
    const expected = [fine, { ...fine, texts: { a: null } }, fine];
    const batch = inOneCall.batchOfItems(items);
    expect(inOneCall.openItems(key, items)).toEqual(expected);
    expect(inOneCall.readAnswers(items, inScript.openBatch(key, batch))).toEqual(expected);
  });

  test("a checksum is compared with the text before it, and with no other", async () => {
    const own = makeSymmetricKey();
    const sealOwn = (text: string) => sealText(own, text);
    const [site, other] = ["https://cobalt.example/École", "x".repeat(200)];
    const given: [ask: number, text: EncString][] = [
      [asks.itemKey, await sealBytes(key, own)],
      [asks.open, await sealOwn(site)],
      [asks.checksum, await sealOwn(uriChecksum(site))],
      [asks.open, await sealOwn(other)],
      [asks.check, await sealOwn("a secret between them")],
      [asks.checksum, await sealOwn(uriChecksum(other))],
      [asks.checksum, await sealOwn(uriChecksum(site))],
      [asks.checksum, await sealOwn("no checksum")],
      [asks.checksum, await sealOwn("")],
      [asks.checksum, await sealText(key, uriChecksum(other))],
      [asks.open, await sealOwn("")],
      [asks.checksum, await sealOwn(uriChecksum(""))],
    ];
    const wanted = Uint8Array.from(given, ([ask]) => ask);
    const batch = batchOf(
      given.map(([, text]) => text),
      wanted,
    );
    const answers = Int32Array.of(0, site.length, 0, other.length, 0, 0, -1, -1, -1, -1, 0, 0);
    const expected = { answers, text: utf8(site + other) };
    expect(inOneCall.openBatch(key, batch)).toEqual(expected);
    expect(inScript.openBatch(key, batch)).toEqual(expected);
  });

  test("a name that objects have of themselves is a name like others", async () => {
    const own = makeSymmetricKey();
    const open = Object.fromEntries([["__proto__", await sealText(own, "a column of a file")]]);
    const [item] = inOneCall.openItems(key, [{ key: await sealBytes(key, own), open, check: {} }]);
    expect(item?.ok && Object.entries(item.texts)).toEqual([["__proto__", "a column of a file"]]);
  });
});

/** As where vectors are unknown: a module that has them is refused. */
class NoModule {
  constructor() {
    throw new WebAssembly.CompileError();
  }
}

test.each([
  ["WebAssembly", undefined],
  ["SIMD", { ...WebAssembly, Module: NoModule, CompileError: WebAssembly.CompileError }],
])("where there is no %s, the way in script answers", async (_, there) => {
  vi.stubGlobal("WebAssembly", there);
  const { openTexts, openItems } = await import("@/lib/crypto/batch");
  expect(openTexts(key, sealed)).toEqual(texts);
  const own = makeSymmetricKey();
  const item = { key: await sealBytes(key, own), open: { a: await sealText(own, "one") }, check: {} };
  expect(openItems(key, [item])).toEqual([{ ok: true, texts: { a: "one" }, broken: [] }]);
});

test("it is small, and asks for nothing from outside", async () => {
  const bytes = fromBase64(compiled);
  expect(bytes.length).toBeLessThanOrEqual(8192);
  expect(WebAssembly.Module.imports(new WebAssembly.Module(bytes))).toEqual([]);
});

test("no key and no text stays in the memory that it worked in", async () => {
  const memories: WebAssembly.Memory[] = [];
  const { Instance } = WebAssembly;
  vi.spyOn(WebAssembly, "Instance").mockImplementation(function make(module) {
    const instance = new Instance(module);
    memories.push(instance.exports.memory as WebAssembly.Memory);
    return instance;
  });
  inOneCall.openTexts(key, [...sealed, await sealBytes(key, new Uint8Array(500).fill(0xff))]);
  const [memory] = memories;
  expect(memory).toBeDefined();
  expect(new Uint8Array(memory?.buffer ?? utf8("x")).every((byte) => byte === 0)).toBe(true);
  vi.restoreAllMocks();
});
