import { fromBase64, toBase64 } from "@/lib/crypto/base64";
import { CannotOpen } from "@/lib/crypto/errors";
import { openText, sealText } from "@/lib/crypto/symmetric";
import { asSymmetricKey } from "@/lib/crypto/symmetric-key";
import type { EncString, SymmetricKey } from "@/lib/crypto/types";

/** What a sealed user key is for, and whose it is. */
export type Head = readonly [purpose: string, ...whose: string[]];

// Type 2 binds no context, so what the text is for and whose it is stand inside the seal.
const linesOf = (head: Head) => `${head.join("\n")}\n`;

/** Seals a user key together with what it is for. */
export const sealHeaded = (under: SymmetricKey, head: Head, userKey: SymmetricKey): Promise<EncString> =>
  sealText(under, linesOf(head) + toBase64(userKey));

/** Throws `CannotOpen` or `MalformedCiphertext` unless it was sealed for this. */
export async function openHeaded(under: SymmetricKey, head: Head, sealed: EncString): Promise<SymmetricKey> {
  const [text, lines] = [await openText(under, sealed), linesOf(head)];
  if (!text.startsWith(lines)) throw new CannotOpen();
  return asSymmetricKey(fromBase64(text.slice(lines.length)));
}
