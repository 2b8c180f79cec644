import { stretch } from "@/lib/crypto/stretch";
import type { EncString, MasterKey, SymmetricKey } from "@/lib/crypto/types";
import { VaultError } from "@/lib/vault/errors";
import { type Head, openHeaded, sealHeaded } from "@/lib/vault/headed-seal";

/** The account and the passkey that the user key is sealed for. */
export type OfPasskey = { userId: string; credentialId: string };

/** What the authenticator evaluates (the PRF extension) for one passkey and one salt: 32 bytes. */
export type Evaluated = Uint8Array;

const headOf = ({ userId, credentialId }: OfPasskey): Head => ["trousseau passkey 1", userId, credentialId];

/** It is stretched as a master key is. Protocol chapter 1.3. */
function keyFrom(evaluated: Evaluated): SymmetricKey {
  if (evaluated.length < 32) throw new VaultError("cannot_open");
  return stretch(evaluated.slice(0, 32) as MasterKey);
}

/** Seals the user key under what a passkey evaluates. */
export const sealForPasskey = async (
  userKey: SymmetricKey,
  evaluated: Evaluated,
  of: OfPasskey,
): Promise<EncString> => sealHeaded(keyFrom(evaluated), headOf(of), userKey);

/** Throws `CannotOpen` or `MalformedCiphertext` unless it was sealed for this passkey of this account. */
export const openWithPasskey = async (
  sealed: EncString,
  evaluated: Evaluated,
  of: OfPasskey,
): Promise<SymmetricKey> => openHeaded(keyFrom(evaluated), headOf(of), sealed);
