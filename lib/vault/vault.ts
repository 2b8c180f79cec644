import type { Named, OpenedTexts, SealedTexts } from "@/lib/crypto/batch";
import type { AuthenticationHash, EncString, KdfSettings, PublicKey, SealedKey } from "@/lib/crypto/types";
import type { Evaluated, OfPasskey } from "@/lib/vault/passkey";
import type { Halves, Whose } from "@/lib/vault/reload";

export type ProviderKeyRef = `provider:${string}`;
export type OrganizationKeyRef = `organization:${string}`;

/** Names a key that a vault holds, by the id of what it is the key of. The key itself never leaves the vault. */
export type KeyRef = "user" | ProviderKeyRef | OrganizationKeyRef;

/**
 * What a key is remembered of: a provider's, an organization's, a person's public one; and, apart from that, a
 * person's public key whose phrase was compared and that is not asked for again.
 */
export type Subject = ProviderKeyRef | OrganizationKeyRef | `account:${string}` | `compared:${string}`;

/** A key's digest, sealed with its subject and owner inside, for the server to keep. It opens nothing. */
export type KnownKey = { owner: string; subject: Subject; record: EncString };

/** A provider's key as the server serves it, with what a genuine one opens. */
export type ServedProviderKey = {
  providerKeyForMember: SealedKey;
  /** Keys of some of the provider's clients, sealed under it; none where there is no client yet. */
  clientKeys: EncString[];
  /** The server's record of the key, if this account has one. */
  knownProviderKey: EncString | null;
};

/** An organization's key as the server serves it to a member, or to a user of the provider that manages it. */
export type ServedOrganizationKey = {
  /** Which of the organization's keys it is: a write says under which one it was sealed. */
  organizationKeyId: string;
  publicKey: PublicKey;
  privateKeyForOrganization: EncString;
  /** The server's record of the key, if this account has one. */
  knownOrganizationKey: EncString | null;
} & (
  | { kind: "member"; organizationKeyForMember: SealedKey }
  | { kind: "provider"; providerId: string; organizationKeyForProvider: EncString }
);

/** Whom a key is sealed for. */
export type Recipient = {
  userId: string;
  publicKey: PublicKey;
  /** The server's record of their public key, if this account has one. */
  knownPublicKey: EncString | null;
};

/** Somebody whose key's phrase is to be compared. */
export type Compared = {
  userId: string;
  publicKey: PublicKey;
  /** The server's record that this account has compared their key, if there is one. */
  comparedPublicKey: EncString | null;
};

/** What the server keeps of an account's keys. */
export type SealedAccountKeys = {
  userKeyForAccount: EncString;
  publicKey: PublicKey;
  privateKeyForAccount: EncString;
};

/** What a person proves the master password with, and where its key comes from. */
export type MasterPassword = { email: string; password: string; kdf: KdfSettings };

export type { OpenedTexts, SealedTexts };

/**
 * The questions one may ask of the holder of keys. In the browser a worker answers; in Node, for seeds and tests,
 * the same keyring in process. Every method rejects with `VaultError` (see errors.ts).
 *
 * No key is held that was not compared first: with what it has to open, and with what is remembered of it. What
 * is remembered for the first time is answered as a `KnownKey`, for the server; null when the server has it.
 */
export interface Vault {
  /** Makes a user key and key pair under a new master password. The vault is unlocked afterwards. */
  makeAccount(
    master: MasterPassword,
  ): Promise<SealedAccountKeys & { authenticationHash: AuthenticationHash }>;

  /** Derives the master key, remembers it until `unlockAfterSignIn` or `lock`, and answers the proof. */
  deriveAuthentication(master: MasterPassword): Promise<AuthenticationHash>;

  /** The same proof, of somebody who is logged in already: nothing is remembered of it. */
  proveMasterPassword(master: MasterPassword): Promise<AuthenticationHash>;

  /** Opens the account's keys with the master key that `deriveAuthentication` remembered. */
  unlockAfterSignIn(keys: SealedAccountKeys): Promise<void>;

  /** Derives the master key and opens the account's keys. A wrong password leaves the vault locked. */
  unlock(master: MasterPassword, keys: SealedAccountKeys): Promise<void>;

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
  reopen(whose: Whose, halves: Halves, keys: SealedAccountKeys): Promise<void>;

  /** Seals the user key under what a passkey evaluates, for the server to keep. See passkey.ts. */
  sealForPasskey(of: OfPasskey, evaluated: Evaluated): Promise<EncString>;

  /** Opens the account's keys with what a passkey evaluates. Another account's keys leave the vault locked. */
  unlockWithPasskey(
    of: OfPasskey,
    evaluated: Evaluated,
    keys: Omit<SealedAccountKeys, "userKeyForAccount"> & { userKeyForPasskey: EncString },
  ): Promise<void>;

  /** Forgets every key. */
  lock(): Promise<void>;

  /** The account's own public key: the one that unlocking found to be the other half of its private key. */
  publicKey(): Promise<PublicKey>;

  /** Whether `ref` is held. */
  holds(ref: KeyRef): Promise<boolean>;

  /** Forgets one key, so that it is asked for again. */
  drop(ref: ProviderKeyRef | OrganizationKeyRef): Promise<void>;

  /**
   * Makes a provider's key and seals it to this account. The vault does not hold it afterwards: it is opened as
   * every other once the server has it. Rejects with `already_held` if there is a key of this name.
   */
  makeProviderKey(ref: ProviderKeyRef): Promise<{ providerKeyForMember: SealedKey; known: KnownKey }>;

  /**
   * Makes an organization's key, sealed under its provider's, its RSA pair, and `texts` sealed under it. As with
   * a provider's, the vault does not hold it afterwards.
   */
  makeOrganizationKey(
    ref: OrganizationKeyRef,
    under: ProviderKeyRef,
    texts: string[],
  ): Promise<{
    organizationKeyForProvider: EncString;
    publicKey: PublicKey;
    privateKeyForOrganization: EncString;
    texts: EncString[];
    known: KnownKey;
  }>;

  /** Remembers a made key on this device. To be called when the server has kept it; no key is needed for it. */
  remember(known: KnownKey): Promise<void>;

  /** Opens a provider's key, compares it, and holds it. */
  openProviderKey(ref: ProviderKeyRef, served: ServedProviderKey): Promise<KnownKey | null>;

  /** Opens an organization's key, compares it, and holds it. A provider's user holds the provider's key. */
  openOrganizationKey(ref: OrganizationKeyRef, served: ServedOrganizationKey): Promise<KnownKey | null>;

  /** The id of the organization's key that is held; null if none is. */
  organizationKeyId(ref: OrganizationKeyRef): Promise<string | null>;

  /**
   * Seals the key `ref` so that only the recipient opens it. Rejects with `person_key_differs` when another key of
   * theirs is remembered.
   */
  sealKeyFor(ref: KeyRef, recipient: Recipient): Promise<{ sealed: SealedKey; known: KnownKey | null }>;

  /** Whether the record is a genuine one of this account, and about this very key. */
  isCompared(person: Compared): Promise<boolean>;

  /** Writes down that this account has compared the person's key, for the server to keep. */
  rememberCompared(person: Pick<Compared, "userId" | "publicKey">): Promise<KnownKey>;

  /** Seals texts under `ref`, in order. */
  sealTexts(ref: KeyRef, texts: string[]): Promise<EncString[]>;

  /** Opens texts under `ref`, in order. A text that cannot be opened is null. */
  openTexts(ref: KeyRef, texts: EncString[]): Promise<(string | null)[]>;

  /** Opens many items, each with a key of its own sealed under `ref`, in one call. */
  openItems(ref: KeyRef, items: SealedTexts[]): Promise<OpenedTexts[]>;

  /** Seals one item's texts under a fresh key of its own, and that key under `ref`. */
  sealItem(ref: KeyRef, texts: Named<string>): Promise<{ key: EncString; texts: Named<EncString> }>;

  /** Seals an item's texts again under the key it has (sealed under `ref`). */
  resealItem(ref: KeyRef, key: EncString, texts: Named<string>): Promise<Named<EncString>>;
}
