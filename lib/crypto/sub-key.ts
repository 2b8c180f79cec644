import { expand } from "@noble/hashes/hkdf.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { utf8 } from "@/lib/crypto/bytes";
import { asSymmetricKey } from "@/lib/crypto/symmetric-key";
import type { SymmetricKey } from "@/lib/crypto/types";

/**
 * A key for one purpose alone, made of another by HKDF-Expand (RFC 5869, section 2.3): what is sealed under it
 * cannot be exchanged for anything that is sealed under the key itself, and the other way round.
 */
export const subKey = (key: SymmetricKey, purpose: string): SymmetricKey =>
  asSymmetricKey(new Uint8Array(expand(sha256, key, utf8(purpose), 64)));
