import "server-only";
import { and, asc, eq, isNotNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { providerOrganizations } from "@/db/schema/provider-organizations";
import type { EncString } from "@/lib/crypto/types";
import type { ProviderId } from "@/lib/domain/ids";

/** How many clients' keys are served with the provider's key. A genuine provider key opens each of them. */
const clientsToOpen = 3;

/** Keys of some of the provider's clients, sealed under its own; from the index alone, however many there are. */
export async function clientKeys(tx: Tx, providerId: ProviderId): Promise<EncString[]> {
  const clients = await tx
    .select({ key: providerOrganizations.organizationKeyForProvider })
    .from(providerOrganizations)
    .where(
      and(
        eq(providerOrganizations.providerId, providerId),
        isNotNull(providerOrganizations.organizationKeyForProvider),
      ),
    )
    .orderBy(asc(providerOrganizations.organizationId))
    .limit(clientsToOpen);
  return clients.flatMap(({ key }) => key ?? []);
}
