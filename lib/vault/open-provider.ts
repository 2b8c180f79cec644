import type { SealedKey } from "@/lib/crypto/types";
import type { Vault } from "@/lib/vault/vault";

/** Makes sure that the vault holds the provider's key. */
export async function openProviderKey(
  vault: Vault,
  providerId: string,
  providerKeyForMember: SealedKey,
): Promise<void> {
  const ref = `provider:${providerId}` as const;
  if (!(await vault.holds(ref))) await vault.openKey(ref, providerKeyForMember);
}
