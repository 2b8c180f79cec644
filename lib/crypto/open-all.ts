import { unsafe } from "@noble/ciphers/aes.js";
import { blockSize, type EncParts } from "@/lib/crypto/enc-string";
import { macChecker } from "@/lib/crypto/hmac-many";
import { encryptionHalf } from "@/lib/crypto/symmetric-key";
import type { Bytes, SymmetricKey } from "@/lib/crypto/types";

const wordsInBlock = 4;

/**
 * Opens many ciphertexts under one key without a call to WebCrypto. One whose MAC does not match comes back
 * as null and is never decrypted.
 */
export function openAll(key: SymmetricKey, sealed: (EncParts | null)[]): (Bytes | null)[] {
  const isGenuine = macChecker(key);
  const roundKeys = unsafe.expandKeyDecLE(encryptionHalf(key));
  return sealed.map((parts) =>
    parts && isGenuine(parts.body, parts.mac) ? withoutPadding(decrypt(roundKeys, parts.body)) : null,
  );
}

/** Whether each was sealed under the key, without opening it. */
export function areGenuine(key: SymmetricKey, sealed: (EncParts | null)[]): boolean[] {
  if (sealed.length === 0) return [];
  const isGenuine = macChecker(key);
  return sealed.map((parts) => parts !== null && isGenuine(parts.body, parts.mac));
}

/**
 * CBC (NIST SP 800-38A, section 6.2) over `iv || data`, with the block cipher alone: making a whole cipher
 * object would cost more than the few blocks of a field. Words are little-endian, as in every browser.
 */
function decrypt(roundKeys: Uint32Array, body: Bytes): Bytes {
  const input = new Uint32Array(body.buffer, body.byteOffset, body.length / 4);
  const plain = new Uint32Array(input.length - wordsInBlock);
  for (let i = 0; i < plain.length; i += wordsInBlock) {
    const { s0, s1, s2, s3 } = unsafe.decrypt(
      roundKeys,
      input[i + 4] ?? 0,
      input[i + 5] ?? 0,
      input[i + 6] ?? 0,
      input[i + 7] ?? 0,
    );
    plain[i] = s0 ^ (input[i] ?? 0);
    plain[i + 1] = s1 ^ (input[i + 1] ?? 0);
    plain[i + 2] = s2 ^ (input[i + 2] ?? 0);
    plain[i + 3] = s3 ^ (input[i + 3] ?? 0);
  }
  return new Uint8Array(plain.buffer);
}

/** PKCS #7 (RFC 5652, section 6.3). The MAC has been checked, so an early exit tells nobody anything. */
function withoutPadding(plain: Bytes): Bytes | null {
  const size = plain.at(-1) ?? 0;
  if (size < 1 || size > blockSize) return null;
  for (let i = plain.length - size; i < plain.length; i++) if (plain[i] !== size) return null;
  return plain.subarray(0, plain.length - size);
}
