import { toBase64 } from "@/lib/crypto/base64";
import { randomBytes } from "@/lib/crypto/bytes";
import { deriveFromSalt } from "@/lib/crypto/kdf";
import { stretch } from "@/lib/crypto/stretch";
import { sealText } from "@/lib/crypto/symmetric";
import type { EncString, KdfSettings } from "@/lib/crypto/types";

/** A text under a password of its own, with all that somebody needs who knows the password. */
export type SealedUnderPassword = {
  /** As text: it is the text that the key is derived with. */
  salt: string;
  /** Something that opens only with the right password. */
  check: EncString;
  data: EncString;
};

/** Seals a text under a password, with a fresh salt. Protocol chapter 16.3. */
export async function sealUnderPassword(
  password: string,
  kdf: KdfSettings,
  text: string,
): Promise<SealedUnderPassword> {
  const salt = toBase64(randomBytes(16));
  const key = stretch(await deriveFromSalt({ salt, password, kdf }));
  return { salt, check: await sealText(key, crypto.randomUUID()), data: await sealText(key, text) };
}
