import { expand } from "@noble/hashes/hkdf.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { concatBytes, utf8 } from "@/lib/crypto/bytes";
import type { MasterKey, SymmetricKey } from "@/lib/crypto/types";

/**
 * Makes a 64-byte key of a 32-byte one: HKDF-Expand (RFC 5869, section 2.3) once for each half. There is no
 * extract step, so WebCrypto's HKDF, which always extracts, does not serve. Protocol chapter 1.3.
 */
export function stretch(masterKey: MasterKey): SymmetricKey {
  const half = (purpose: "enc" | "mac") => expand(sha256, masterKey, utf8(purpose), 32);
  return concatBytes(half("enc"), half("mac")) as SymmetricKey;
}
