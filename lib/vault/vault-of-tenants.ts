import type { EncString, PublicKey, SealedKey } from "@/lib/crypto/types";
import type {
  Compared,
  KeyRef,
  KnownKey,
  NextKeyRef,
  OrganizationKeyRef,
  ProviderKeyRef,
  Recipient,
  ServedOrganizationKey,
  ServedProviderKey,
} from "@/lib/vault/served";

/**
 * What is asked about keys of providers and organizations, and of the people they are sealed for.
 *
 * No key is held that was not compared first: with what it has to open, and with what is remembered of it. What
 * is remembered for the first time, or has come after what was, is answered as a `KnownKey`, for the server; null when
 * the server has it.
 */
export interface VaultOfTenants {
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
}
