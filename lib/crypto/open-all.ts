import { cbcDecrypter } from "@/lib/crypto/aes-cbc";
import { blockSize, type EncParts } from "@/lib/crypto/enc-string";
import { macChecker } from "@/lib/crypto/hmac-many";
import type { Bytes, SymmetricKey } from "@/lib/crypto/types";

/**
 * Opens many ciphertexts under one key without a call to WebCrypto. One whose MAC does not match comes back
 * as null and is never decrypted.
 */
export function openAll(key: SymmetricKey, sealed: (EncParts | null)[]): (Bytes | null)[] {
  const isGenuine = macChecker(key);
  const decrypt = cbcDecrypter(key);
  return sealed.map((parts) =>
    parts && isGenuine(parts.body, parts.mac) ? withoutPadding(decrypt(parts.body)) : null,
  );
}

/** PKCS #7 (RFC 5652, section 6.3). The MAC has been checked, so an early exit tells nobody anything. */
function withoutPadding(plain: Bytes): Bytes | null {
  const size = plain.at(-1) ?? 0;
  if (size < 1 || size > blockSize) return null;
  for (let i = plain.length - size; i < plain.length; i++) if (plain[i] !== size) return null;
  return plain.subarray(0, plain.length - size);
}
