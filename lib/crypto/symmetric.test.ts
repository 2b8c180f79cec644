import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openItems, openTexts } from "@/lib/crypto/batch";
import { utf8 } from "@/lib/crypto/bytes";
import { formatEncString, parseEncString } from "@/lib/crypto/enc-string";
import { CannotOpen } from "@/lib/crypto/errors";
import { openBytes, openText, sealBytes, sealParts, sealText } from "@/lib/crypto/symmetric";
import { makeSymmetricKey } from "@/lib/crypto/symmetric-key";
import { someBytes, someKey, someText, withBitTurned } from "@/lib/crypto/testing";

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
  const seal = async (key: ReturnType<typeof makeSymmetricKey>, texts: (string | null)[]) => {
    const itemKey = makeSymmetricKey();
    return {
      key: await sealBytes(key, itemKey),
      fields: await Promise.all(texts.map((text) => (text === null ? null : sealText(itemKey, text)))),
    };
  };

  test("gives every item its own fields, and leaves what is empty empty", async () => {
    const key = makeSymmetricKey();
    const rows = [["one", null, "1"], [null], [], ["é😀", ""]];
    const items = await Promise.all(rows.map((row) => seal(key, row)));
    expect(openItems(key, items)).toEqual(rows.map((fields) => ({ ok: true, fields })));
  });

  test("lets a bad row fail alone", async () => {
    const [key, other] = [makeSymmetricKey(), makeSymmetricKey()];
    const [good, foreign, mixed] = await Promise.all([
      seal(key, ["good"]),
      seal(other, ["under another key"]),
      seal(key, ["name", "password"]),
    ]);
    const shortKey = { key: await sealBytes(key, new Uint8Array(32)), fields: [] };
    const moved = { ...mixed, fields: [mixed.fields[0] ?? null, good.fields[0] ?? null] };
    const opened = openItems(key, [good, foreign, moved, shortKey, good]);
    expect(opened.map((item) => item.ok)).toEqual([true, false, true, false, true]);
    expect(opened[2]).toEqual({ ok: true, fields: ["name", null] });
  });
});
