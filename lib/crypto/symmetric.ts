import { concatBytes, randomBytes, textOf, utf8 } from "@/lib/crypto/bytes";
import { blockSize, type EncParts, formatEncString, parseEncString } from "@/lib/crypto/enc-string";
import { CannotOpen } from "@/lib/crypto/errors";
import { authenticationHalf, encryptionHalf } from "@/lib/crypto/symmetric-key";
import type { Bytes, EncString, SymmetricKey } from "@/lib/crypto/types";

export const sealText = (key: SymmetricKey, text: string): Promise<EncString> => sealBytes(key, utf8(text));

export async function sealBytes(key: SymmetricKey, plain: Bytes): Promise<EncString> {
  return formatEncString(await sealParts(key, plain, randomBytes(blockSize)));
}

/** Throws `CannotOpen`, or `MalformedCiphertext` at what is not type 2. */
export async function openText(key: SymmetricKey, sealed: EncString): Promise<string> {
  return textOf(await openBytes(key, sealed));
}

/** Throws `CannotOpen`, or `MalformedCiphertext` at what is not type 2. */
export async function openBytes(key: SymmetricKey, sealed: EncString): Promise<Bytes> {
  return openParts(key, parseEncString(sealed));
}

/** Seals many under one key, which is prepared once. */
export async function sealAll(key: SymmetricKey, plains: readonly Bytes[]): Promise<EncString[]> {
  if (plains.length === 0) return [];
  const keys = await importBoth(key);
  return Promise.all(
    plains.map(async (plain) => formatEncString(await sealWith(keys, plain, randomBytes(blockSize)))),
  );
}

/** Encrypts, then authenticates. `iv` is 16 random bytes, never used before. Protocol chapter 2.2. */
export async function sealParts(key: SymmetricKey, plain: Bytes, iv: Bytes): Promise<EncParts> {
  return sealWith(await importBoth(key), plain, iv);
}

type Both = { cipher: CryptoKey; mac: CryptoKey };

async function sealWith(keys: Both, plain: Bytes, iv: Bytes): Promise<EncParts> {
  const data = await crypto.subtle.encrypt({ name: "AES-CBC", iv }, keys.cipher, plain);
  const body = concatBytes(iv, new Uint8Array(data));
  const mac = await crypto.subtle.sign("HMAC", keys.mac, body);
  return { body, mac: new Uint8Array(mac) };
}

/** Checks the MAC, which WebCrypto compares in constant time, and only then decrypts. */
export async function openParts(key: SymmetricKey, { body, mac }: EncParts): Promise<Bytes> {
  const isGenuine = await crypto.subtle.verify("HMAC", await importMac(key, "verify"), mac, body);
  if (!isGenuine) throw new CannotOpen();

  const cipher = await importCipher(key, "decrypt");
  const parameters = { name: "AES-CBC", iv: body.subarray(0, blockSize) };
  try {
    return new Uint8Array(await crypto.subtle.decrypt(parameters, cipher, body.subarray(blockSize)));
  } catch {
    throw new CannotOpen();
  }
}

const importBoth = async (key: SymmetricKey): Promise<Both> => ({
  cipher: await importCipher(key, "encrypt"),
  mac: await importMac(key, "sign"),
});

export const importCipher = (key: SymmetricKey, use: "encrypt" | "decrypt") =>
  crypto.subtle.importKey("raw", encryptionHalf(key), "AES-CBC", false, [use]);

const importMac = (key: SymmetricKey, use: "sign" | "verify") =>
  crypto.subtle.importKey("raw", authenticationHalf(key), { name: "HMAC", hash: "SHA-256" }, false, [use]);
