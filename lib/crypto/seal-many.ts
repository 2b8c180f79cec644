import { unsafe } from "@noble/ciphers/aes.js";
import type { Named } from "@/lib/crypto/batch";
import { randomBytes, utf8 } from "@/lib/crypto/bytes";
import { blockSize, formatEncString } from "@/lib/crypto/enc-string";
import { macMaker } from "@/lib/crypto/hmac-many";
import { asSymmetricKey, encryptionHalf } from "@/lib/crypto/symmetric-key";
import type { Bytes, EncString, SymmetricKey } from "@/lib/crypto/types";

const keySize = 64;
/** `getRandomValues` gives no more at once. */
const mostRandom = 65_536;

/** Seals many items in one go, each under a fresh key of its own, and those keys under `key`. */
export function sealItems(
  key: SymmetricKey,
  items: readonly Named<string>[],
): { key: EncString; texts: Named<EncString> }[] {
  const random = randomSource();
  const seal = sealer(key, random);
  return items.map((texts) => {
    const itemKey = asSymmetricKey(random(keySize).slice());
    const sealText = sealer(itemKey, random);
    const sealed = Object.entries(texts).map(([name, text]) => [name, sealText(utf8(text))] as const);
    return { key: seal(itemKey), texts: Object.fromEntries(sealed) };
  });
}

/** Random bytes by the piece: asking for each of a hundred thousand vectors costs more than sealing. */
function randomSource(): (size: number) => Bytes {
  let pool = new Uint8Array();
  let at = 0;
  return (size) => {
    if (at + size > pool.length) {
      pool = randomBytes(mostRandom);
      at = 0;
    }
    at += size;
    return pool.subarray(at - size, at);
  };
}

/** Encrypts, then authenticates, as sealing one text does, without a call to WebCrypto for each. Protocol chapter 2.2. */
function sealer(key: SymmetricKey, random: (size: number) => Bytes): (plain: Bytes) => EncString {
  const roundKeys = unsafe.expandKeyLE(encryptionHalf(key));
  const macOf = macMaker(key);
  return (plain) => {
    const body = encrypt(roundKeys, plain, random(blockSize));
    return formatEncString({ body, mac: macOf(body) });
  };
}

/**
 * CBC (NIST SP 800-38A, section 6.2) with padding (PKCS #7), answering `iv || data`, with the block cipher alone. Words
 * are little-endian, as in every browser.
 */
function encrypt(roundKeys: Uint32Array, plain: Bytes, iv: Bytes): Bytes {
  const padding = blockSize - (plain.length % blockSize);
  const body = new Uint8Array(blockSize + plain.length + padding);
  body.set(iv);
  body.set(plain, blockSize);
  body.fill(padding, blockSize + plain.length);
  const words = new Uint32Array(body.buffer);
  for (let i = 4; i < words.length; i += 4) {
    const word = (of: number) => (words[i + of] ?? 0) ^ (words[i + of - 4] ?? 0);
    const { s0, s1, s2, s3 } = unsafe.encrypt(roundKeys, word(0), word(1), word(2), word(3));
    words[i] = s0;
    words[i + 1] = s1;
    words[i + 2] = s2;
    words[i + 3] = s3;
  }
  return body;
}
