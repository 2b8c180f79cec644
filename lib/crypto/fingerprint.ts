import { expand } from "@noble/hashes/hkdf.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { fromBase64 } from "@/lib/crypto/base64";
import { utf8 } from "@/lib/crypto/bytes";
import words from "@/lib/crypto/eff-large-wordlist.json";
import { parsePublicKey } from "@/lib/crypto/public-key";
import type { PublicKey } from "@/lib/crypto/types";

/** Five words of 7,776 carry 64 bits. */
const length = 5;

/**
 * The words two people read to each other to see that a public key is the right one. `material` is the id,
 * in lower case, of the person or organization the key belongs to. Some words of the list hold a hyphen, so
 * a phrase can show more than four. Protocol chapter 1.11.
 */
export const fingerprintPhrase = (material: string, publicKey: PublicKey): string =>
  phraseOf(material, sha256(parsePublicKey(publicKey)));

/** The same of a key of which only the digest is remembered, as `publicKeyDigest` names it. */
export const fingerprintPhraseOfDigest = (material: string, digest: string): string =>
  phraseOf(material, fromBase64(digest));

function phraseOf(material: string, digest: Uint8Array): string {
  const output = expand(sha256, digest, utf8(material), 32);
  const count = BigInt(words.length);
  let number = output.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);

  const phrase: string[] = [];
  while (phrase.length < length) {
    phrase.push(words[Number(number % count)] ?? "");
    number /= count;
  }
  return phrase.join("-");
}
