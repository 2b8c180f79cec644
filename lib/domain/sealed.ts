import { z } from "zod";
import { isEncString } from "@/lib/crypto/enc-string";
import { isPublicKey } from "@/lib/crypto/public-key";
import { isSealedKey } from "@/lib/crypto/sealed-key";
import type {
  AuthenticationHash as AuthenticationHashType,
  EncString as EncStringType,
  PublicKey as PublicKeyType,
  SealedKey as SealedKeyType,
} from "@/lib/crypto/types";

/**
 * A sealed text of at most `limit` characters. The server cannot open it, but it can refuse what is not
 * sealed at all. Limits per field: protocol chapter 2.4.
 */
export const encString = (limit = 1000) =>
  z
    .string({ error: "not_sealed" })
    .max(limit, { error: "too_long" })
    .refine(isEncString, { error: "not_sealed" })
    .transform((text) => text as EncStringType);

/** A symmetric key sealed for one person. Protocol chapter 2.1, type 4. */
export const SealedKey = z
  .string({ error: "not_sealed" })
  .refine(isSealedKey, { error: "not_sealed" })
  .transform((text) => text as SealedKeyType);

/** A private key (PKCS #8 of RSA-2048 is 1,216 to 1,219 bytes) sealed under a symmetric key. */
export const SealedPrivateKey = encString(2500);

/** A 64-byte key sealed under another symmetric key. */
export const SealedSymmetricKey = encString(300);

export const PublicKey = z
  .string({ error: "not_a_public_key" })
  .refine(isPublicKey, { error: "not_a_public_key" })
  .transform((text) => text as PublicKeyType);

/** Base64 of 32 bytes. Protocol chapter 1.2. */
export const AuthenticationHash = z
  .string()
  .regex(/^[A-Za-z0-9+/]{43}=$/, { error: "invalid" })
  .transform((text) => text as AuthenticationHashType);
