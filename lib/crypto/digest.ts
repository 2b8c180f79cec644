import { sha256 } from "@noble/hashes/sha2.js";
import { toBase64 } from "@/lib/crypto/base64";
import { parsePublicKey } from "@/lib/crypto/public-key";
import type { PublicKey, SymmetricKey } from "@/lib/crypto/types";

/** Base64 of SHA-256 over the key's 64 bytes: names the key and gives nothing of it away. */
export const keyDigest = (key: SymmetricKey): string => toBase64(sha256(key));

/** Base64 of SHA-256 over SubjectPublicKeyInfo. Throws `MalformedCiphertext` if it is not RSA-2048. */
export const publicKeyDigest = (key: PublicKey): string => toBase64(sha256(parsePublicKey(key)));
