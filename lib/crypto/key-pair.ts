import { toBase64 } from "@/lib/crypto/base64";
import { CannotOpen } from "@/lib/crypto/errors";
import type { Bytes, PublicKey } from "@/lib/crypto/types";

/** OAEP with SHA-1 is what the format asks for; SHA-1's broken collisions play no part in OAEP. */
export const rsa = { name: "RSA-OAEP", hash: "SHA-1" } as const;

/** Makes an RSA-2048 pair. The private half is PKCS #8, DER. Protocol chapter 1.4. */
export async function makeKeyPair(): Promise<{ publicKey: PublicKey; privateKey: Bytes }> {
  const parameters = { ...rsa, modulusLength: 2048, publicExponent: Uint8Array.of(1, 0, 1) };
  const pair = await crypto.subtle.generateKey(parameters, true, ["encrypt", "decrypt"]);
  const [spki, pkcs8] = await Promise.all([
    crypto.subtle.exportKey("spki", pair.publicKey),
    crypto.subtle.exportKey("pkcs8", pair.privateKey),
  ]);
  return { publicKey: toBase64(new Uint8Array(spki)) as PublicKey, privateKey: new Uint8Array(pkcs8) };
}

/** Takes opened PKCS #8 for a private key that can be used and never read again. Throws `CannotOpen`. */
export async function importPrivateKey(pkcs8: Bytes): Promise<CryptoKey> {
  try {
    return await crypto.subtle.importKey("pkcs8", pkcs8, rsa, false, ["decrypt"]);
  } catch {
    throw new CannotOpen();
  }
}

/** Works out the public half of an opened PKCS #8 private key. Throws `CannotOpen`. */
export async function publicHalf(pkcs8: Bytes): Promise<PublicKey> {
  try {
    const privateKey = await crypto.subtle.importKey("pkcs8", pkcs8, rsa, true, ["decrypt"]);
    const { n = "", e = "" } = await crypto.subtle.exportKey("jwk", privateKey);
    const publicKey = await crypto.subtle.importKey("jwk", { kty: "RSA", n, e }, rsa, true, ["encrypt"]);
    return toBase64(new Uint8Array(await crypto.subtle.exportKey("spki", publicKey))) as PublicKey;
  } catch {
    throw new CannotOpen();
  }
}
