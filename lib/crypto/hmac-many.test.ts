import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { macChecker } from "@/lib/crypto/hmac-many";
import { someBytes, someKey, withBitTurned } from "@/test/crypto";

test("agrees with another implementation of HMAC-SHA-256 on messages of every length", () => {
  fc.assert(
    fc.property(someKey, fc.array(someBytes({ maxLength: 400 })), fc.nat(), (key, messages, at) => {
      const isGenuine = macChecker(key);
      for (const message of messages) {
        const mac = new Uint8Array(hmac(sha256, key.subarray(32), message));
        expect(isGenuine(message, mac)).toBe(true);
        expect(isGenuine(message, withBitTurned(mac, at))).toBe(false);
        expect(isGenuine(message, mac.subarray(0, 31))).toBe(false);
      }
    }),
  );
});

test("agrees around the edges of a block, and on ten thousand bytes", () => {
  const key = new Uint8Array(64).fill(7) as Parameters<typeof macChecker>[0];
  const isGenuine = macChecker(key);
  for (const size of [0, 1, 54, 55, 56, 57, 63, 64, 65, 119, 120, 128, 10_000]) {
    const message = new Uint8Array(size).fill(size);
    expect(isGenuine(message, new Uint8Array(hmac(sha256, key.subarray(32), message)))).toBe(true);
  }
});
