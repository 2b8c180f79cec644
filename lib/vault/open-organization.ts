import type { EncString, SealedKey } from "@/lib/crypto/types";
import { openProviderKey } from "@/lib/vault/open-provider";
import type { Vault } from "@/lib/vault/vault";

/** How somebody comes by an organization's key: as its member, or as a user of the provider that manages it. */
export type SealedOrganizationKey =
  | { kind: "member"; organizationKeyForMember: SealedKey }
  | {
      kind: "provider";
      providerId: string;
      providerKeyForMember: SealedKey;
      organizationKeyForProvider: EncString;
    };

/** Makes sure that the vault holds the organization's key; asking again costs nothing. */
export async function openOrganizationKey(
  vault: Vault,
  organizationId: string,
  key: SealedOrganizationKey,
): Promise<void> {
  const ref = `organization:${organizationId}` as const;
  if (await vault.holds(ref)) return;
  if (key.kind === "member") return vault.openKey(ref, key.organizationKeyForMember);

  await openProviderKey(vault, key.providerId, key.providerKeyForMember);
  await vault.openKeyUnder(ref, key.organizationKeyForProvider, `provider:${key.providerId}`);
}
