import { concatBytes, randomBytes, textOf, utf8 } from "@/lib/crypto/bytes";
import { CannotOpen } from "@/lib/crypto/errors";
import { openBytes, sealBytes } from "@/lib/crypto/symmetric";
import type { Bytes, EncString, SymmetricKey } from "@/lib/crypto/types";

/** A key of AES-256, and the nonce of GCM (NIST SP 800-38D). */
const [keySize, ivSize] = [32, 12];
/** A type 2 text of such a key, in characters. */
const sealedKeySize = "2.".length + 24 + "|".length + 64 + "|".length + 44;

/**
 * Seals megabytes at once, for this program alone: AES-256-GCM under a key of its own, which stands before it under
 * `key`. It opens only as what it was sealed `about`.
 */
export async function sealBlob(key: SymmetricKey, about: string, plain: Bytes): Promise<Bytes> {
  const [own, iv] = [randomBytes(keySize), randomBytes(ivSize)];
  const cipher = await crypto.subtle.importKey("raw", own, "AES-GCM", false, ["encrypt"]);
  const data = await crypto.subtle.encrypt(parametersOf(iv, about), cipher, plain);
  return concatBytes(utf8(await sealBytes(key, own)), iv, new Uint8Array(data));
}

/** Throws `CannotOpen`, or `MalformedCiphertext`. */
export async function openBlob(key: SymmetricKey, about: string, blob: Bytes): Promise<Bytes> {
  const own = await openBytes(key, textOf(blob.subarray(0, sealedKeySize)) as EncString);
  const iv = blob.subarray(sealedKeySize, sealedKeySize + ivSize);
  try {
    const cipher = await crypto.subtle.importKey("raw", own, "AES-GCM", false, ["decrypt"]);
    const data = blob.subarray(sealedKeySize + ivSize);
    return new Uint8Array(await crypto.subtle.decrypt(parametersOf(iv, about), cipher, data));
  } catch {
    throw new CannotOpen();
  }
}

const parametersOf = (iv: Bytes, about: string) => ({ name: "AES-GCM", iv, additionalData: utf8(about) });
