import type { AuthenticationHash, EncString, PublicKey, SealedKey } from "@/lib/crypto/types";
import type { MasterPassword, NextKeyRef, OrganizationKeyRef, OrganizationPair } from "@/lib/vault/served";

/** What is asked about account recovery. */
export interface VaultOfRecovery {
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
