import type { PublicKey, SealedKey } from "@/lib/crypto/types";
import type { Vault } from "@/lib/vault/vault";

/**
 * Makes the key of a provider that is being set up, and seals it for the person who sets it up. The vault
 * keeps it as `new:provider` until the provider has an id.
 */
export async function sealNewProvider(
  vault: Vault,
  { publicKey }: { publicKey: PublicKey },
): Promise<{ providerKeyForMember: SealedKey }> {
  await vault.makeKey("new:provider");
  return { providerKeyForMember: await vault.sealKeyFor("new:provider", publicKey) };
}

/** Seals the provider's key for a member who is being confirmed. The vault holds that key already. */
export const sealProviderKeyFor = (
  vault: Vault,
  providerId: string,
  publicKey: PublicKey,
): Promise<SealedKey> => vault.sealKeyFor(`provider:${providerId}`, publicKey);
