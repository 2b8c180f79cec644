import { fromBase64, toBase64 } from "@/lib/crypto/base64";
import { CannotOpen } from "@/lib/crypto/errors";
import { stretch } from "@/lib/crypto/stretch";
import { openText, sealText } from "@/lib/crypto/symmetric";
import { asSymmetricKey } from "@/lib/crypto/symmetric-key";
import type { EncString, MasterKey, SymmetricKey } from "@/lib/crypto/types";
import { VaultError } from "@/lib/vault/errors";

/** The account and the passkey that the user key is sealed for. */
export type OfPasskey = { userId: string; credentialId: string };

/** What the authenticator evaluates (the PRF extension) for one passkey and one salt: 32 bytes. */
export type Evaluated = Uint8Array;

// Type 2 binds no context, so what the text is for and whose it is stand inside the seal.
const headOf = ({ userId, credentialId }: OfPasskey) => `trousseau passkey 1\n${userId}\n${credentialId}\n`;

/** It is stretched as a master key is. Protocol chapter 1.3. */
function keyFrom(evaluated: Evaluated): SymmetricKey {
  if (evaluated.length < 32) throw new VaultError("cannot_open");
  return stretch(evaluated.slice(0, 32) as MasterKey);
}

/** Seals the user key under what a passkey evaluates. */
export const sealForPasskey = (
  userKey: SymmetricKey,
  evaluated: Evaluated,
  of: OfPasskey,
): Promise<EncString> => sealText(keyFrom(evaluated), headOf(of) + toBase64(userKey));

/** Throws `CannotOpen` or `MalformedCiphertext` unless it was sealed for this passkey of this account. */
export async function openWithPasskey(
  sealed: EncString,
  evaluated: Evaluated,
  of: OfPasskey,
): Promise<SymmetricKey> {
  const text = await openText(keyFrom(evaluated), sealed);
  const head = headOf(of);
  if (!text.startsWith(head)) throw new CannotOpen();
  return asSymmetricKey(fromBase64(text.slice(head.length)));
}
