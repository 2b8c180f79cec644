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
import { graphemes } from "@/lib/domain/graphemes";

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

/** Characters of a sealed text (`2.iv|data|mac`, in base64) of so many bytes, which are padded to whole blocks. */
export const sealedLength = (bytes: number): number =>
  "2.".length + 24 + "|".length + 4 * Math.ceil((16 * (Math.floor(bytes / 16) + 1)) / 3) + "|".length + 44;

/** Most bytes of a text that fits, sealed, into `limit` characters. */
export function bytesWithin(limit: number): number {
  let bytes = 15;
  while (sealedLength(bytes + 16) <= limit) bytes += 16;
  return bytes;
}

/** How many characters, as people count them, are more than `bytes` hold. */
function charactersBeyond(text: string, bytes: number): number {
  const { read } = new TextEncoder().encodeInto(text, new Uint8Array(bytes));
  if (read === text.length) return 0;
  let end = 0;
  let beyond = 0;
  for (const character of graphemes(text)) {
    end += character.length;
    if (end > read) beyond += 1;
  }
  return beyond;
}

/**
 * A text as it is typed, which fits, sealed, into `limit` characters: the same limit as that of its `encString`.
 * It says by how many characters it is too long.
 */
export function textToSeal(limit = 1000) {
  const bytes = bytesWithin(limit);
  return z.string().superRefine((typed, { addIssue }) => {
    const over = charactersBeyond(typed, bytes);
    if (over > 0) addIssue({ code: "custom", message: "too_many_bytes", params: { over }, input: typed });
  });
}

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
