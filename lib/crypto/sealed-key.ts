import { fromBase64, toBase64 } from "@/lib/crypto/base64";
import { MalformedCiphertext } from "@/lib/crypto/errors";
import type { Bytes, SealedKey } from "@/lib/crypto/types";

const size = 256;
const length = 2 + 344;

/** The 256 bytes of `4.data`. Throws `MalformedCiphertext` at every other type. Protocol chapter 2.1. */
export function parseSealedKey(text: string): Bytes {
  if (!text.startsWith("4.") || text.length !== length) throw new MalformedCiphertext();
  const bytes = fromBase64(text.slice(2));
  if (bytes.length !== size) throw new MalformedCiphertext();
  return bytes;
}

export const formatSealedKey = (bytes: Uint8Array): SealedKey => `4.${toBase64(bytes)}` as SealedKey;

/** Whether `text` has the form of a key sealed under RSA-2048. */
export function isSealedKey(text: string): text is SealedKey {
  try {
    parseSealedKey(text);
    return true;
  } catch {
    return false;
  }
}
