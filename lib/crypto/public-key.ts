import { fromBase64 } from "@/lib/crypto/base64";
import { equalBytes } from "@/lib/crypto/bytes";
import { MalformedCiphertext } from "@/lib/crypto/errors";
import type { Bytes, PublicKey } from "@/lib/crypto/types";

/**
 * How the DER of every RSA-2048 key begins: SubjectPublicKeyInfo, the algorithm rsaEncryption,
 * the BIT STRING of an RSAPublicKey, and its modulus up to the zero byte that keeps it positive (RFC 8017, A.1.1).
 */
const beginning = Uint8Array.of(
  ...[0x30, 0x82, 0x01, 0x22, 0x30, 0x0d, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01],
  ...[0x01, 0x05, 0x00, 0x03, 0x82, 0x01, 0x0f, 0x00, 0x30, 0x82, 0x01, 0x0a, 0x02, 0x82, 0x01, 0x01, 0x00],
);

/** How it ends: INTEGER 65537. */
const ending = Uint8Array.of(0x02, 0x03, 0x01, 0x00, 0x01);

const size = 294;
const length = 392;

/** The 294 bytes of an RSA-2048 public key with exponent 65537. Throws `MalformedCiphertext` at others. */
export function parsePublicKey(text: string): Bytes {
  if (text.length !== length) throw new MalformedCiphertext();
  const der = fromBase64(text);
  const modulus = der.subarray(beginning.length, size - ending.length);
  const isOurs =
    der.length === size &&
    equalBytes(der.subarray(0, beginning.length), beginning) &&
    equalBytes(der.subarray(size - ending.length), ending) &&
    isOddOf2048Bits(modulus);
  if (!isOurs) throw new MalformedCiphertext();
  return der;
}

/** Whether `text` is an RSA-2048 public key: its form, and nothing about whose it is. */
export function isPublicKey(text: string): text is PublicKey {
  try {
    parsePublicKey(text);
    return true;
  } catch {
    return false;
  }
}

const isOddOf2048Bits = (modulus: Uint8Array) =>
  ((modulus[0] ?? 0) & 0x80) !== 0 && ((modulus.at(-1) ?? 0) & 1) === 1;
