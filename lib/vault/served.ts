import type { EncString, KdfSettings, PublicKey, SealedKey } from "@/lib/crypto/types";

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

/** An organization's pair as the server serves it: its private half is under the organization's key. */
export type OrganizationPair = { publicKey: PublicKey; privateKeyForOrganization: EncString };

/** What a person proves the master password with, and where its key comes from. */
export type MasterPassword = { email: string; password: string; kdf: KdfSettings };
