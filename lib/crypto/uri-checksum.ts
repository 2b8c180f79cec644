import { sha256 } from "@noble/hashes/sha2.js";
import { toBase64 } from "@/lib/crypto/base64";
import { utf8 } from "@/lib/crypto/bytes";

/**
 * The checksum that is sealed beside a login's address. It shows when somebody has put a password's ciphertext
 * where the address was, before anything is requested from that "address". Protocol chapter 1.6.
 */
export const uriChecksum = (uri: string): string => toBase64(sha256(utf8(uri)));
