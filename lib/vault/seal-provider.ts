import type { SealedKey } from "@/lib/crypto/types";
import type { KnownKey, Recipient } from "@/lib/vault/served";
import type { Vault } from "@/lib/vault/vault";

/** Makes the key of a provider that is being set up, sealed for the person who sets it up. */
export const sealNewProvider = (
  vault: Vault,
  providerId: string,
): Promise<{ providerKeyForMember: SealedKey; known: KnownKey }> =>
  vault.makeProviderKey(`provider:${providerId}`);

/** Seals the provider's key for a member who is being confirmed. The vault holds that key already. */
export const sealProviderKeyFor = async (
  vault: Vault,
  providerId: string,
  recipient: Recipient,
): Promise<SealedKey> => (await vault.sealKeyFor(`provider:${providerId}`, recipient)).sealed;
