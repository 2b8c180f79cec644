import { equalBytes } from "@/lib/crypto/bytes";
import { CannotOpen, MalformedCiphertext } from "@/lib/crypto/errors";
import { rsa } from "@/lib/crypto/key-pair";
import { parsePublicKey } from "@/lib/crypto/public-key";
import { formatSealedKey, parseSealedKey } from "@/lib/crypto/sealed-key";
import { asSymmetricKey, makeSymmetricKey } from "@/lib/crypto/symmetric-key";
import type { PublicKey, SealedKey, SymmetricKey } from "@/lib/crypto/types";

/**
 * Seals `key` for the holder of a private key. Nothing in the result says who sealed it: whoever knows the
 * public key can make one. Throws `MalformedCiphertext` if `publicKey` is not RSA-2048. Protocol chapter 1.5.
 */
export async function sealKey(key: SymmetricKey, publicKey: PublicKey): Promise<SealedKey> {
  const spki = parsePublicKey(publicKey);
  const recipient = await crypto.subtle.importKey("spki", spki, rsa, false, ["encrypt"]).catch(() => {
    throw new MalformedCiphertext();
  });
  return formatSealedKey(new Uint8Array(await crypto.subtle.encrypt(rsa.name, recipient, key)));
}

/** Throws `CannotOpen`, or `MalformedCiphertext` at what is not type 4. */
export async function openKey(privateKey: CryptoKey, sealed: SealedKey): Promise<SymmetricKey> {
  const data = parseSealedKey(sealed);
  const opened = await crypto.subtle.decrypt(rsa.name, privateKey, data).catch(() => {
    throw new CannotOpen();
  });
  return asSymmetricKey(new Uint8Array(opened));
}

/** Whether the two halves belong together, found by sealing a fresh key with one and opening it with the other. */
export async function isPair(publicKey: PublicKey, privateKey: CryptoKey): Promise<boolean> {
  try {
    const probe = makeSymmetricKey();
    return equalBytes(await openKey(privateKey, await sealKey(probe, publicKey)), probe);
  } catch {
    return false;
  }
}
