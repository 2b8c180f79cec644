import type { AuthenticationHash, EncString, PublicKey, SealedKey } from "@/lib/crypto/types";
import type { ItemTexts } from "@/lib/vault/next-key";
import type {
  KeyRef,
  MasterPassword,
  NextKeyRef,
  OrganizationKeyRef,
  OrganizationPair,
  ProviderKeyRef,
  RotatedRef,
  SealedAccountKeys,
  ServedNextKey,
  Subject,
  Succession,
} from "@/lib/vault/served";

/** What is asked about a key that comes after another, and about what is sealed anew. */
export interface VaultOfRotation {
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
  resealItems(
    from: RotatedRef,
    to: NextKeyRef | OrganizationKeyRef,
    items: ItemTexts[],
  ): Promise<(ItemTexts | null)[]>;

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
}
