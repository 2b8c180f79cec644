import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openItems, openTexts } from "@/lib/crypto/batch";
import { utf8 } from "@/lib/crypto/bytes";
import { formatEncString, parseEncString } from "@/lib/crypto/enc-string";
import { CannotOpen } from "@/lib/crypto/errors";
import { openBytes, openText, sealBytes, sealParts, sealText } from "@/lib/crypto/symmetric";
import { makeSymmetricKey } from "@/lib/crypto/symmetric-key";
import type { EncString } from "@/lib/crypto/types";
import { someBytes, someKey, someText, withBitTurned } from "@/test/crypto";

const many = { numRuns: 60 };

describe("sealing and opening", () => {
  test("give back every text, one by one and in one go", async () => {
    await fc.assert(
      fc.asyncProperty(someKey, fc.array(someText, { maxLength: 8 }), async (key, texts) => {
        const sealed = await Promise.all(texts.map((text) => sealText(key, text)));
        expect(await Promise.all(sealed.map((text) => openText(key, text)))).toEqual(texts);
        expect(openTexts(key, sealed)).toEqual(texts);
      }),
      many,
    );
  });

  test("give back every sequence of bytes, whatever its length", async () => {
    await fc.assert(
      fc.asyncProperty(someKey, someBytes({ maxLength: 300 }), async (key, bytes) => {
        expect(await openBytes(key, await sealBytes(key, bytes))).toEqual(bytes);
      }),
      many,
    );
  });

  test("keep a byte order mark", async () => {
    const key = makeSymmetricKey();
    const sealed = await sealText(key, "\ufeffname");
    expect(await openText(key, sealed)).toBe("\ufeffname");
    expect(openTexts(key, [sealed])).toEqual(["\ufeffname"]);
  });

  test("never use an IV twice", async () => {
    const key = makeSymmetricKey();
    const sealed = await Promise.all(Array.from({ length: 1000 }, () => sealText(key, "the same")));
    expect(new Set(sealed.map((text) => text.split("|")[0])).size).toBe(1000);
  });

  test("refuse a ciphertext in which any bit was turned", async () => {
    await fc.assert(
      fc.asyncProperty(someKey, someText, fc.nat(), fc.boolean(), async (key, text, at, inMac) => {
        const { body, mac } = parseEncString(await sealText(key, text));
        const changed = formatEncString(
          inMac ? { body, mac: withBitTurned(mac, at) } : { body: withBitTurned(body, at), mac },
        );
        await expect(openText(key, changed)).rejects.toThrow(CannotOpen);
        expect(openTexts(key, [changed])).toEqual([null]);
      }),
      many,
    );
  });

  test("refuse every other key", async () => {
    const sealed = await sealText(makeSymmetricKey(), "for somebody else");
    await expect(openText(makeSymmetricKey(), sealed)).rejects.toThrow(CannotOpen);
  });

  test("refuse what is genuine and yet no text", async () => {
    const key = makeSymmetricKey();
    const sealed = await sealBytes(key, Uint8Array.of(0xff, 0xfe, 0x00));
    await expect(openText(key, sealed)).rejects.toThrow(CannotOpen);
    expect(openTexts(key, [sealed])).toEqual([null]);
  });

  test("refuse genuine blocks that end in no padding", async () => {
    const key = makeSymmetricKey();
    const { body } = await sealParts(key, utf8("a".repeat(32)), new Uint8Array(16));
    const cut = body.subarray(0, 48);
    const hmac = { name: "HMAC", hash: "SHA-256" };
    const macKey = await crypto.subtle.importKey("raw", key.subarray(32), hmac, false, ["sign"]);
    const mac = new Uint8Array(await crypto.subtle.sign("HMAC", macKey, cut));
    const sealed = formatEncString({ body: new Uint8Array(cut), mac });
    await expect(openText(key, sealed)).rejects.toThrow(CannotOpen);
    expect(openTexts(key, [sealed])).toEqual([null]);
  });
});

describe("opening many items", () => {
  const seal = async (key: ReturnType<typeof makeSymmetricKey>, texts: Record<string, string>) => {
    const itemKey = makeSymmetricKey();
    const sealed = await Promise.all(
      Object.entries(texts).map(async ([name, text]) => [name, await sealText(itemKey, text)] as const),
    );
    return { key: await sealBytes(key, itemKey), open: Object.fromEntries(sealed), check: {} };
  };

  test("gives every item its own texts, by their names", async () => {
    const key = makeSymmetricKey();
    const rows = [{ a: "one", b: "1" }, {}, { a: "é😀", c: "" }];
    const items = await Promise.all(rows.map((row) => seal(key, row)));
    expect(openItems(key, items)).toEqual(rows.map((texts) => ({ ok: true, texts, broken: [] })));
  });

  test("tells of what is only checked whether it would open", async () => {
    const key = makeSymmetricKey();
    const { open, ...item } = await seal(key, { name: "name", password: "password" });
    const { open: other } = await seal(key, { password: "of another item" });
    if (!open.name || !open.password || !other.password) throw new Error("all were sealed");
    const check = { own: open.password, foreign: other.password, untyped: "0.a|b" as EncString };
    expect(openItems(key, [{ ...item, open: { name: open.name }, check }])).toEqual([
      { ok: true, texts: { name: "name" }, broken: ["foreign", "untyped"] },
    ]);
  });

  test("lets a bad row fail alone", async () => {
    const [key, other] = [makeSymmetricKey(), makeSymmetricKey()];
    const [good, foreign, mixed] = await Promise.all([
      seal(key, { name: "good" }),
      seal(other, { name: "under another key" }),
      seal(key, { name: "name" }),
    ]);
    const shortKey = { key: await sealBytes(key, new Uint8Array(32)), open: {}, check: {} };
    const moved = { ...mixed, open: { ...mixed.open, password: good.open.name as EncString } };
    const opened = openItems(key, [good, foreign, moved, shortKey, good]);
    expect(opened.map((item) => item.ok)).toEqual([true, false, true, false, true]);
    expect(opened[2]).toEqual({ ok: true, texts: { name: "name", password: null }, broken: [] });
  });
});
