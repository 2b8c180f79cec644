import "server-only";
import { asc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizations } from "@/db/schema/organizations";
import type { OrganizationId, ProviderId } from "@/lib/domain/ids";

/** All clients of a provider, for their locks: their state changes with that of the provider. */
export async function clientsOf(tx: Tx, providerId: ProviderId): Promise<OrganizationId[]> {
  const clients = await tx
    .select({ id: organizations.id })
    .from(organizations)
    .where(eq(organizations.providerId, providerId))
    .orderBy(asc(organizations.id));
  return clients.map(({ id }) => id);
}
