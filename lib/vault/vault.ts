import type { Named, OpenedTexts, SealedTexts } from "@/lib/crypto/batch";
import type { AuthenticationHash, EncString, KdfSettings, PublicKey, SealedKey } from "@/lib/crypto/types";
import type { ItemTexts } from "@/lib/vault/next-key";
import type { Evaluated, OfPasskey } from "@/lib/vault/passkey";
import type { Halves, Whose } from "@/lib/vault/reload";

export type ProviderKeyRef = `provider:${string}`;
export type OrganizationKeyRef = `organization:${string}`;

/** A key that is to come after another, by the id of its rotation. */
export type NextKeyRef = `next:${string}`;
/** A key that can be replaced. */
export type RotatedRef = "user" | OrganizationKeyRef;

/** Names a key that a vault holds, by the id of what it is the key of. The key itself never leaves the vault. */
export type KeyRef = "user" | ProviderKeyRef | OrganizationKeyRef | NextKeyRef;

/**
 * What a key is remembered of: a provider's, an organization's, a person's public one; and, apart from that, a
 * person's public key whose phrase was compared and that is not asked for again.
 */
export type Subject = ProviderKeyRef | OrganizationKeyRef | `account:${string}` | `compared:${string}`;

/** A key's digest, sealed with its subject and owner inside, for the server to keep. It opens nothing. */
export type KnownKey = {
  owner: string;
  subject: Subject;
  record: EncString;
  /** The key was taken because it is proven to have come after one that was remembered. */
  cameAfter?: true;
};

/** A provider's key as the server serves it, with what a genuine one opens. */
export type ServedProviderKey = {
  providerKeyForMember: SealedKey;
  /** Keys of some of the provider's clients, sealed under it; none where there is no client yet. */
  clientKeys: EncString[];
  /** The server's record of the key, if this account has one. */
  knownProviderKey: EncString | null;
};

/**
 * What a key says of the one that came after it: the former key, sealed under the next, and under the former key which
 * one the next is. Only somebody who held both can have made it.
 */
export type Succession = { predecessor: EncString; proof: EncString };

/** An organization's key as the server serves it to a member, or to a user of the provider that manages it. */
export type ServedOrganizationKey = {
  /** Which of the organization's keys it is: a write says under which one it was sealed. */
  organizationKeyId: string;
  publicKey: PublicKey;
  privateKeyForOrganization: EncString;
  /** The server's record of the key, if this account has one. */
  knownOrganizationKey: EncString | null;
  /** How the key has come after the ones before it, latest first. */
  successions: Succession[];
} & (
  | { kind: "member"; organizationKeyForMember: SealedKey }
  /** An owner has replaced the key and sealed it for this person of the provider, who is to pass it on. */
  | { kind: "handed_over"; providerId: string; organizationKeyForStaff: SealedKey }
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

/**
 * The same as they are served, with how the user key has come after the ones before it. What is left out is missed by
 * devices that remember something under a former one.
 */
export type ServedAccountKeys<Keys = SealedAccountKeys> = Keys & { successions?: readonly Succession[] };

/** A next key as the server keeps it while everything is sealed under it. */
export type ServedNextKey = {
  /** For whoever makes the rotation, and nobody else. */
  keyForBeginner: EncString;
  publicKey: PublicKey;
  /** Under the next key. */
  privateKey: EncString;
};

/** An item's sealed texts, in an order of the caller's, with the item's key. */
export type { ItemTexts };

/** An organization's pair as the server serves it: its private half is under the organization's key. */
export type OrganizationPair = { publicKey: PublicKey; privateKeyForOrganization: EncString };

/** What a person proves the master password with, and where its key comes from. */
export type MasterPassword = { email: string; password: string; kdf: KdfSettings };

export type { OpenedTexts, SealedTexts };

/**
 * The questions one may ask of the holder of keys. In the browser a worker answers; in Node, for seeds and tests,
 * the same keyring in process. Every method rejects with `VaultError` (see errors.ts).
 *
 * No key is held that was not compared first: with what it has to open, and with what is remembered of it. What
 * is remembered for the first time, or has come after what was, is answered as a `KnownKey`, for the server; null when
 * the server has it.
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

  /** Whether `ref` is held. */
  holds(ref: KeyRef): Promise<boolean>;

  /** Forgets one key, so that it is asked for again. */
  drop(ref: ProviderKeyRef | OrganizationKeyRef | NextKeyRef): Promise<void>;

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

  /** The same for an organization of one's own: its key is sealed to this account, and nobody else has it. */
  makeOwnOrganizationKey(
    ref: OrganizationKeyRef,
    texts: string[],
  ): Promise<{
    organizationKeyForMember: SealedKey;
    publicKey: PublicKey;
    privateKeyForOrganization: EncString;
    texts: EncString[];
    known: KnownKey;
  }>;

  /** Remembers a made key on this device. To be called when the server has kept it; no key is needed for it. */
  remember(known: KnownKey): Promise<void>;

  /**
   * Forgets, on this device, what it remembers of keys for this account and cannot open. Answers how much that was. Keys
   * that it was about are then taken as at a first contact, so a person has to have said so.
   */
  forgetUnreadable(): Promise<number>;

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

  /** The digest of another public key that is remembered of this person, on this device or by the server; or null. */
  formerKeyOf(recipient: Recipient): Promise<string | null>;

  /** Whether this very key of the person is remembered, on this device or by the server. */
  isKnown(recipient: Recipient): Promise<boolean>;

  /**
   * Takes this public key of a person from now on, in the place of another one that is remembered. To be called once
   * its person has compared the phrase. The records take the place of the server's: the key that is known, and that it
   * was compared.
   */
  acceptKey(
    person: Pick<Recipient, "userId" | "publicKey">,
  ): Promise<{ known: EncString; compared: EncString }>;

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

  /**
   * Makes the key that is to come after `of`, and holds it as `ref`. The present key says which one comes next. An
   * organization gets a new pair with it; an account keeps its pair: `account` is as it is served.
   */
  makeNextKey(
    ref: NextKeyRef,
    of: RotatedRef,
    account?: SealedAccountKeys,
  ): Promise<ServedNextKey & { succession: Succession }>;

  /** Holds a next key again that this account has made. Rejects with `cannot_open` when somebody else has. */
  takeUpNextKey(ref: NextKeyRef, of: RotatedRef, served: ServedNextKey): Promise<void>;

  /** Texts opened under `from` and sealed under `to`, in order; null for one that does not open. */
  resealTexts(from: RotatedRef, to: NextKeyRef, texts: EncString[]): Promise<(EncString | null)[]>;

  /** Items sealed anew under fresh keys of their own; null for one of which any part does not open. */
  resealItems(from: RotatedRef, to: NextKeyRef, items: ItemTexts[]): Promise<(ItemTexts | null)[]>;

  /**
   * Seals a held key under a provider's, for its whole team. Rejects with `key_not_vouched` unless this account has had it,
   * or one that it has come after, from under the key of this very provider. Two more are sealed: one that the account has
   * made, under a provider that its person has chosen; and a next one, where the present one was handed over and nothing
   * else is known of it, as nobody but the account knows the next one.
   */
  sealKeyUnder(under: ProviderKeyRef, ref: KeyRef, isChosen?: boolean): Promise<EncString>;

  /** Members' user keys, sealed to the organization's present pair, sealed to `to` instead; null where one does not open. */
  resealEnrolments(
    of: OrganizationKeyRef,
    pair: OrganizationPair,
    to: PublicKey,
    enrolments: SealedKey[],
  ): Promise<(SealedKey | null)[]>;

  /** What is remembered of keys, sealed under the next user key; null for a record that is not genuine. */
  resealKnown(
    to: NextKeyRef,
    records: { subject: Subject; record: EncString }[],
  ): Promise<(EncString | null)[]>;

  /** Seals the next user key under the master password, and proves it. */
  sealNextUserKey(
    ref: NextKeyRef,
    master: MasterPassword,
    userKeyForAccount: EncString,
  ): Promise<{ currentHash: AuthenticationHash; userKeyForAccount: EncString }>;

  /**
   * Seals a user key to an organization's public key, which is worked out from its private one: whoever holds the
   * organization's key can then recover the account. Rejects with `key_does_not_fit` when another was served.
   */
  enrol(
    ref: "user" | NextKeyRef,
    organization: OrganizationKeyRef,
    pair: OrganizationPair,
  ): Promise<SealedKey>;

  /** Opens a member's user key with the organization's private key, and seals it under a new master password. */
  recover(
    organization: OrganizationKeyRef,
    pair: OrganizationPair,
    member: { userKeyForOrganization: SealedKey; publicKey: PublicKey; privateKeyForAccount: EncString },
    next: MasterPassword,
  ): Promise<{ nextHash: AuthenticationHash; userKeyForAccount: EncString }>;
}
