import { fromBase64, toBase64 } from "@/lib/crypto/base64";
import { CannotOpen } from "@/lib/crypto/errors";
import { openText, sealText } from "@/lib/crypto/symmetric";
import { asSymmetricKey } from "@/lib/crypto/symmetric-key";
import type { EncString, SymmetricKey } from "@/lib/crypto/types";

/** The account and the session that something is kept for. */
export type Whose = { userId: string; sessionId: string };

/** `key` is the server's half, 64 bytes in base64; `sealed` is the browser's. */
export type Halves = { key: string; sealed: EncString };

// Type 2 binds no context, so what the text is for and whose it is stand inside the seal.
const headOf = ({ userId, sessionId }: Whose) => `trousseau reload 1\n${userId}\n${sessionId}\n`;

/** Seals the user key under the server's half, for one session of one account. */
export async function sealForReload(userKey: SymmetricKey, key: string, whose: Whose): Promise<EncString> {
  return sealText(asSymmetricKey(fromBase64(key)), headOf(whose) + toBase64(userKey));
}

/** Throws `CannotOpen` or `MalformedCiphertext` unless both halves belong together, and to this very session. */
export async function openAfterReload({ key, sealed }: Halves, whose: Whose): Promise<SymmetricKey> {
  const text = await openText(asSymmetricKey(fromBase64(key)), sealed);
  const head = headOf(whose);
  if (!text.startsWith(head)) throw new CannotOpen();
  return asSymmetricKey(fromBase64(text.slice(head.length)));
}
