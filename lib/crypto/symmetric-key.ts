import { isText, randomBytes } from "@/lib/crypto/bytes";
import { CannotOpen } from "@/lib/crypto/errors";
import type { Bytes, SymmetricKey } from "@/lib/crypto/types";

const size = 64;
const half = 32;

export const makeSymmetricKey = (): SymmetricKey => randomBytes(size) as SymmetricKey;

/**
 * Takes opened bytes for a key. Only 64 bytes are one: a key of 32 could not authenticate anything, and
 * accepting it would let a server move a person to ciphertexts without a MAC. And no text is one: keys and texts are
 * sealed under the same key, and some texts come from the server, which would then know the key. 64 random bytes are
 * UTF-8 once in 2^52. Throws `CannotOpen`.
 */
export function asSymmetricKey(bytes: Bytes): SymmetricKey {
  if (bytes.length !== size || isText(bytes)) throw new CannotOpen();
  return bytes as SymmetricKey;
}

export const encryptionHalf = (key: SymmetricKey): Bytes => key.subarray(0, half);

export const authenticationHalf = (key: SymmetricKey): Bytes => key.subarray(half);
