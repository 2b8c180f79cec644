import { openProviderKey } from "@/lib/vault/open-provider";
import type { ServedOrganizationKey, ServedProviderKey } from "@/lib/vault/served";
import type { Vault } from "@/lib/vault/vault";

/** How somebody comes by an organization's key: as its member, or as a user of the provider that manages it. */
export type SealedOrganizationKey =
  | Extract<ServedOrganizationKey, { kind: "member" | "handed_over" }>
  | (Extract<ServedOrganizationKey, { kind: "provider" }> & ServedProviderKey);

/** Makes sure that the vault holds the organization's key; asking again costs nothing. */
export async function openOrganizationKey(
  vault: Vault,
  organizationId: string,
  served: SealedOrganizationKey,
): Promise<void> {
  const ref = `organization:${organizationId}` as const;
  if (await vault.holds(ref)) return;
  if (served.kind === "provider") await openProviderKey(vault, served.providerId, served);
  await vault.openOrganizationKey(ref, served);
}
