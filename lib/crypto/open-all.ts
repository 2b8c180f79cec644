import { cbc } from "@noble/ciphers/aes.js";
import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { equalBytes } from "@/lib/crypto/bytes";
import { blockSize, type EncParts, macSize } from "@/lib/crypto/enc-string";
import { authenticationHalf, encryptionHalf } from "@/lib/crypto/symmetric-key";
import type { Bytes, SymmetricKey } from "@/lib/crypto/types";

/**
 * Opens many ciphertexts under one key without a call to WebCrypto. Those whose MAC does not match come back
 * as null and are never decrypted; the others are laid end to end, each behind its IV, and decrypted as one
 * CBC chain. What such a chain yields in an IV's place is noise and is dropped.
 */
export function openAll(key: SymmetricKey, sealed: (EncParts | null)[]): (Bytes | null)[] {
  const genuine = onlyGenuine(key, sealed);
  const chain = new Uint8Array(genuine.reduce((size, parts) => size + (parts?.body.length ?? 0), 0));
  if (chain.length === 0) return genuine.map(() => null);

  let end = 0;
  for (const parts of genuine) {
    if (!parts) continue;
    chain.set(parts.body, end);
    end += parts.body.length;
  }
  const noIv = new Uint8Array(blockSize);
  const plain = new Uint8Array(chain.length);
  cbc(encryptionHalf(key), noIv, { disablePadding: true }).decrypt(chain, plain);

  let start = 0;
  return genuine.map((parts) => {
    if (!parts) return null;
    const own = plain.subarray(start + blockSize, start + parts.body.length);
    start += parts.body.length;
    return withoutPadding(own);
  });
}

function onlyGenuine(key: SymmetricKey, sealed: (EncParts | null)[]): (EncParts | null)[] {
  const keyed = hmac.create(sha256, authenticationHalf(key));
  const expected = new Uint8Array(macSize);
  return sealed.map((parts) => {
    if (!parts) return null;
    keyed.clone().update(parts.body).digestInto(expected);
    return equalBytes(expected, parts.mac) ? parts : null;
  });
}

/** PKCS #7 (RFC 5652, section 6.3). The MAC has been checked, so an early exit tells nobody anything. */
function withoutPadding(plain: Bytes): Bytes | null {
  const size = plain.at(-1) ?? 0;
  if (size < 1 || size > blockSize) return null;
  for (let i = plain.length - size; i < plain.length; i++) if (plain[i] !== size) return null;
  return plain.subarray(0, plain.length - size);
}
