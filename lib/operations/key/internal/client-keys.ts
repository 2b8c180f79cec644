import "server-only";
import { asc, eq } from "drizzle-orm";
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
    .where(eq(providerOrganizations.providerId, providerId))
    .orderBy(asc(providerOrganizations.organizationId))
    .limit(clientsToOpen);
  return clients.map(({ key }) => key);
}
