import { equalBytes } from "@/lib/crypto/bytes";
import { deriveAuthenticationHash, deriveMasterKey } from "@/lib/crypto/kdf";
import { importPrivateKey, makeKeyPair } from "@/lib/crypto/key-pair";
import { isPair } from "@/lib/crypto/seal-key";
import { stretch } from "@/lib/crypto/stretch";
import { openBytes, sealBytes } from "@/lib/crypto/symmetric";
import { asSymmetricKey, makeSymmetricKey } from "@/lib/crypto/symmetric-key";
import type { AuthenticationHash, EncString, MasterKey, PublicKey, SymmetricKey } from "@/lib/crypto/types";
import { VaultError } from "@/lib/vault/errors";
import type { MasterPassword, SealedAccountKeys } from "@/lib/vault/served";

/** An account's keys, opened. The private key can be used, but not read out. The public key belongs to it. */
export type AccountKeys = {
  userKey: SymmetricKey;
  privateKey: CryptoKey;
  publicKey: PublicKey;
  /** What its devices may have sealed what they remember under. Nothing else is opened with these. */
  formerUserKeys: readonly SymmetricKey[];
};

/** Derives the master key and the proof of it that the server is shown. */
export async function derive(
  master: MasterPassword,
): Promise<{ masterKey: MasterKey; authenticationHash: AuthenticationHash }> {
  const masterKey = await deriveMasterKey(master);
  return { masterKey, authenticationHash: await deriveAuthenticationHash(masterKey, master.password) };
}

/** Makes a user key and a key pair, sealed under `masterKey`. Protocol chapter 1.4. */
export async function makeAccountKeys(
  masterKey: MasterKey,
): Promise<{ sealed: SealedAccountKeys; opened: AccountKeys }> {
  const userKey = makeSymmetricKey();
  const pair = await makeKeyPair();
  const sealed = {
    userKeyForAccount: await sealUserKey(masterKey, userKey),
    publicKey: pair.publicKey,
    privateKeyForAccount: await sealBytes(userKey, pair.privateKey),
  };
  const privateKey = await importPrivateKey(pair.privateKey);
  return { sealed, opened: { userKey, privateKey, publicKey: pair.publicKey, formerUserKeys: [] } };
}

export const sealUserKey = (masterKey: MasterKey, userKey: SymmetricKey): Promise<EncString> =>
  sealBytes(stretch(masterKey), userKey);

/** Throws `CannotOpen` or `MalformedCiphertext`: the sign of a wrong master password. */
export const openUserKey = async (masterKey: MasterKey, sealed: EncString): Promise<SymmetricKey> =>
  asSymmetricKey(await openBytes(stretch(masterKey), sealed));

/**
 * Opens the account's private key, and makes sure that the public key is its other half: the server keeps
 * that one in the clear, and everything sealed for this person is sealed to it.
 */
export async function openPrivateKey(
  userKey: SymmetricKey,
  keys: Pick<SealedAccountKeys, "publicKey" | "privateKeyForAccount">,
): Promise<CryptoKey> {
  const privateKey = await importPrivateKey(await openBytes(userKey, keys.privateKeyForAccount));
  if (!(await isPair(keys.publicKey, privateKey))) throw new VaultError("cannot_open");
  return privateKey;
}

/**
 * Throws unless `opened` is the key that is held already, so that the server cannot exchange it while the
 * password is changed.
 */
export function expectSameKey(held: SymmetricKey | undefined, opened: SymmetricKey): void {
  if (held && !equalBytes(held, opened)) throw new VaultError("cannot_open");
}

/** The account's pair, to be sealed under another user key. Throws as `openPrivateKey` does. */
export async function openAccountPair(userKey: SymmetricKey, keys: SealedAccountKeys) {
  await openPrivateKey(userKey, keys);
  return { publicKey: keys.publicKey, privateKey: await openBytes(userKey, keys.privateKeyForAccount) };
}
