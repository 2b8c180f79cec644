import type { AuthenticationHash, EncString, KdfSettings, PublicKey, SealedKey } from "@/lib/crypto/types";
import type { Halves, Whose } from "@/lib/vault/reload";

/** Names a key that a vault holds. The key itself never leaves the vault. */
export type KeyRef =
  | "user"
  | `provider:${string}`
  | `organization:${string}`
  | `item:${string}`
  | `new:${string}`;

/** What the server keeps of an account's keys. */
export type SealedAccountKeys = {
  userKeyForAccount: EncString;
  publicKey: PublicKey;
  privateKeyForAccount: EncString;
};

/** What a person proves the master password with, and where its key comes from. */
export type MasterPassword = { email: string; password: string; kdf: KdfSettings };

/** A sealed item as the vault opens it: its own key, and any number of sealed fields in a fixed order. */
export type SealedFields = { key: EncString; fields: (EncString | null)[] };

/** One item's opened fields, null where one cannot be; or the fact that its key does not open. */
export type OpenedFields = { ok: true; fields: (string | null)[] } | { ok: false };

/**
 * The questions one may ask of the holder of keys. In the browser a worker answers; in Node, for
 * seeds and tests, the same keyring in process. Every method rejects with `VaultError` (see errors.ts):
 * `locked`, `wrong_password`, `weak_kdf`, `unknown_key`, `cannot_open`.
 */
export interface Vault {
  /** Makes a user key and key pair under a new master password. The vault is unlocked afterwards. */
  makeAccount(
    master: MasterPassword,
  ): Promise<SealedAccountKeys & { authenticationHash: AuthenticationHash }>;

  /** Derives the master key, remembers it until `unlockAfterSignIn` or `lock`, and answers the proof. */
  deriveAuthentication(master: MasterPassword): Promise<AuthenticationHash>;

  /** Opens the account's keys with the master key that `deriveAuthentication` remembered. */
  unlockAfterSignIn(keys: SealedAccountKeys): Promise<void>;

  /** Derives the master key and opens the account's keys. A wrong password leaves the vault locked. */
  unlock(master: MasterPassword, keys: SealedAccountKeys): Promise<void>;

  /** Seals the same user key under a new master password. Both proofs, for the server to check and store. */
  changeMasterPassword(
    current: MasterPassword,
    next: MasterPassword,
    userKeyForAccount: EncString,
  ): Promise<{
    currentHash: AuthenticationHash;
    nextHash: AuthenticationHash;
    userKeyForAccount: EncString;
  }>;

  /** Seals the user key under the server's half of a session, for the next reload. See reload.ts. */
  sealForReload(whose: Whose, key: string): Promise<EncString>;

  /** Opens the account's keys with both halves of what was sealed before the reload, for the same session. */
  reopen(whose: Whose, halves: Halves, keys: SealedAccountKeys): Promise<void>;

  /** Forgets every key. */
  lock(): Promise<void>;

  /** The account's own public key: the one that unlocking found to be the other half of its private key. */
  publicKey(): Promise<PublicKey>;

  /** Whether `ref` is held. */
  holds(ref: KeyRef): Promise<boolean>;

  /** Makes a fresh symmetric key and keeps it as `ref`. */
  makeKey(ref: KeyRef): Promise<void>;

  /** Keeps the key held as `from` under the name `to` as well. */
  rename(from: KeyRef, to: KeyRef): Promise<void>;

  /** Opens a key sealed to this account's public key, and keeps it as `ref`. */
  openKey(ref: KeyRef, sealed: SealedKey): Promise<void>;

  /** Opens a key sealed under another symmetric key, and keeps it as `ref`. */
  openKeyUnder(ref: KeyRef, sealed: EncString, under: KeyRef): Promise<void>;

  /** Seals the key `ref` so that only the holder of `publicKey`'s private key opens it. */
  sealKeyFor(ref: KeyRef, publicKey: PublicKey): Promise<SealedKey>;

  /** Seals the key `ref` under another symmetric key. */
  sealKeyUnder(ref: KeyRef, under: KeyRef): Promise<EncString>;

  /** Makes an RSA-2048 pair whose private half is sealed under `under`. */
  makeKeyPair(under: KeyRef): Promise<{ publicKey: PublicKey; sealedPrivateKey: EncString }>;

  /** Seals texts under `ref`, in order. */
  sealTexts(ref: KeyRef, texts: string[]): Promise<EncString[]>;

  /** Opens texts under `ref`, in order. A text that cannot be opened is null. */
  openTexts(ref: KeyRef, texts: EncString[]): Promise<(string | null)[]>;

  /** Opens many items, each with a key of its own sealed under `ref`, in one call. */
  openItems(ref: KeyRef, items: SealedFields[]): Promise<OpenedFields[]>;

  /** Seals one item's fields under a fresh key of its own, and that key under `ref`. Nulls stay null. */
  sealItem(ref: KeyRef, fields: (string | null)[]): Promise<SealedFields>;

  /** Seals an item's fields again under the key it has (sealed under `ref`). */
  resealItem(ref: KeyRef, key: EncString, fields: (string | null)[]): Promise<SealedFields>;
}
