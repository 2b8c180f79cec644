import type { SealedKey } from "@/lib/crypto/types";
import type { Recipient } from "@/lib/vault/served";
import type { Vault } from "@/lib/vault/vault";

/** Seals the organization's key for a member who is being confirmed. The vault holds that key already. */
export const sealOrganizationKeyFor = async (
  vault: Vault,
  organizationId: string,
  recipient: Recipient,
): Promise<SealedKey> => (await vault.sealKeyFor(`organization:${organizationId}`, recipient)).sealed;
