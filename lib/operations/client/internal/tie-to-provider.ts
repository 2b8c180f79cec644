import "server-only";
import type { Tx } from "@/db/client";
import { providerOrganizations } from "@/db/schema/provider-organizations";
import type { EncString } from "@/lib/crypto/types";
import type { OrganizationId, OrganizationKeyId, ProviderId, ProviderOrganizationId } from "@/lib/domain/ids";

type Tie = {
  providerId: ProviderId;
  organizationId: OrganizationId;
  organizationKeyId: OrganizationKeyId;
  organizationKeyForProvider: EncString;
};

/** Ties an organization to the provider that its row names already, to whose key its own is sealed. */
export async function tieToProvider(
  tx: Tx,
  { providerId, organizationId, organizationKeyId, organizationKeyForProvider }: Tie,
  now: Date,
): Promise<ProviderOrganizationId> {
  const key = { organizationKeyForProvider, organizationKeyId };
  const [client] = await tx
    .insert(providerOrganizations)
    .values({ providerId, organizationId, ...key, createdAt: now, revisedAt: now })
    .returning({ id: providerOrganizations.id });
  if (!client) throw new Error("an inserted client comes back");
  return client.id;
}
