import { sha256 } from "@noble/hashes/sha2.js";
import { toBase64 } from "@/lib/crypto/base64";
import { utf8 } from "@/lib/crypto/bytes";

/**
 * What is sealed beside a login's address, so that a password's ciphertext put in the address's place is
 * noticed before anything is asked of that "address". Protocol chapter 1.6.
 */
export const uriChecksum = (uri: string): string => toBase64(sha256(utf8(uri)));
