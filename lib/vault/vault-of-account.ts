import type { AuthenticationHash, EncString, KdfSettings, PublicKey } from "@/lib/crypto/types";
import type { Evaluated, OfPasskey } from "@/lib/vault/passkey";
import type { Halves, Whose } from "@/lib/vault/reload";
import type { MasterPassword, SealedAccountKeys, ServedAccountKeys } from "@/lib/vault/served";

/** What is asked about the account itself: its master password, unlocking and locking. */
export interface VaultOfAccount {
  /** Makes a user key and key pair under a new master password. The vault is unlocked afterwards. */
  makeAccount(
    master: MasterPassword,
  ): Promise<SealedAccountKeys & { authenticationHash: AuthenticationHash }>;

  /** Derives the master key, remembers it until `unlockAfterSignIn` or `lock`, and answers the proof. */
  deriveAuthentication(master: MasterPassword): Promise<AuthenticationHash>;

  /** The same proof, of somebody who is logged in already: nothing is remembered of it. */
  proveMasterPassword(master: MasterPassword): Promise<AuthenticationHash>;

  /** Opens the account's keys with the master key that `deriveAuthentication` remembered. */
  unlockAfterSignIn(keys: ServedAccountKeys): Promise<void>;

  /** Derives the master key and opens the account's keys. A wrong password leaves the vault locked. */
  unlock(master: MasterPassword, keys: ServedAccountKeys): Promise<void>;

  /**
   * Seals the same user key under another master key: of another password, of other settings or at another address,
   * which its person has chosen. Both proofs, for the server to check and store.
   */
  changeMasterKey(
    current: MasterPassword,
    next: MasterPassword,
    userKeyForAccount: EncString,
  ): Promise<{
    currentHash: AuthenticationHash;
    nextHash: AuthenticationHash;
    userKeyForAccount: EncString;
  }>;

  /**
   * Remembers on this device how the master key is derived from now on, also where that is weaker than before. To be
   * called when the server has kept what its person has chosen.
   */
  rememberDerivation(derivation: { email: string; kdf: KdfSettings }): Promise<void>;

  /** Seals the user key under the server's half of a session, for the next reload. See reload.ts. */
  sealForReload(whose: Whose, key: string): Promise<EncString>;

  /** Opens the account's keys with both halves of what was sealed before the reload, for the same session. */
  reopen(whose: Whose, halves: Halves, keys: ServedAccountKeys): Promise<void>;

  /** Seals the user key under what a passkey evaluates, for the server to keep. See passkey.ts. */
  sealForPasskey(of: OfPasskey, evaluated: Evaluated): Promise<EncString>;

  /** Opens the account's keys with what a passkey evaluates. Another account's keys leave the vault locked. */
  unlockWithPasskey(
    of: OfPasskey,
    evaluated: Evaluated,
    keys: ServedAccountKeys<Omit<SealedAccountKeys, "userKeyForAccount"> & { userKeyForPasskey: EncString }>,
  ): Promise<void>;

  /** Forgets every key. */
  lock(): Promise<void>;

  /** The account's own public key: the one that unlocking found to be the other half of its private key. */
  publicKey(): Promise<PublicKey>;
}
