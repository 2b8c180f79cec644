import type { ServedProviderKey } from "@/lib/vault/served";
import type { Vault } from "@/lib/vault/vault";

/** Makes sure that the vault holds the provider's key; asking again costs nothing. */
export async function openProviderKey(
  vault: Vault,
  providerId: string,
  served: ServedProviderKey,
): Promise<void> {
  const ref = `provider:${providerId}` as const;
  if (!(await vault.holds(ref))) await vault.openProviderKey(ref, served);
}
