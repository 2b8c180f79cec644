import type { PublicKey, SealedKey } from "@/lib/crypto/types";
import type { Vault } from "@/lib/vault/vault";

/** Seals the organization's key for a member who is being confirmed. The vault holds that key already. */
export const sealOrganizationKeyFor = (
  vault: Vault,
  organizationId: string,
  publicKey: PublicKey,
): Promise<SealedKey> => vault.sealKeyFor(`organization:${organizationId}`, publicKey);
