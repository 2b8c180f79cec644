import { describe, expect, test } from "vitest";
import { fromBase64, toBase64 } from "@/lib/crypto/base64";
import { importPrivateKey, makeKeyPair } from "@/lib/crypto/key-pair";
import { isPublicKey } from "@/lib/crypto/public-key";
import { isPair, sealKey } from "@/lib/crypto/seal-key";
import { isSealedKey } from "@/lib/crypto/sealed-key";
import { makeSymmetricKey } from "@/lib/crypto/symmetric-key";

const exported = async (parameters: RsaHashedKeyGenParams) => {
  const pair = await crypto.subtle.generateKey(parameters, true, ["encrypt", "decrypt"]);
  return toBase64(new Uint8Array(await crypto.subtle.exportKey("spki", pair.publicKey)));
};
const rsa = { name: "RSA-OAEP", hash: "SHA-1", modulusLength: 2048, publicExponent: Uint8Array.of(1, 0, 1) };

describe("a public key", () => {
  test("is RSA-2048 with exponent 65537", async () => {
    expect(isPublicKey((await makeKeyPair()).publicKey)).toBe(true);
    expect(isPublicKey(await exported({ ...rsa, modulusLength: 1024 }))).toBe(false);
    expect(isPublicKey(await exported({ ...rsa, publicExponent: Uint8Array.of(3) }))).toBe(false);
  });

  test("is not anything of the same length", async () => {
    const der = fromBase64((await makeKeyPair()).publicKey);
    for (const at of [0, 23, 32, 33, 292, 293]) {
      const changed = new Uint8Array(der);
      changed[at] = (changed[at] ?? 0) ^ 0x80;
      expect(isPublicKey(toBase64(changed))).toBe(false);
    }
    expect(isPublicKey("A".repeat(392))).toBe(false);
    expect(isPublicKey("")).toBe(false);
  });

  test("belongs to one private key", async () => {
    const [one, other] = [await makeKeyPair(), await makeKeyPair()];
    const privateKey = await importPrivateKey(one.privateKey);
    expect(await isPair(one.publicKey, privateKey)).toBe(true);
    expect(await isPair(other.publicKey, privateKey)).toBe(false);
  });
});

test("a sealed key is type 4 over 256 bytes", async () => {
  const sealed = await sealKey(makeSymmetricKey(), (await makeKeyPair()).publicKey);
  expect(isSealedKey(sealed)).toBe(true);
  for (const type of ["3.", "5.", "6.", ""]) expect(isSealedKey(type + sealed.slice(2))).toBe(false);
  expect(isSealedKey(`${sealed}|AAAA`)).toBe(false);
  expect(isSealedKey(`4.${toBase64(new Uint8Array(255))}`)).toBe(false);
});
