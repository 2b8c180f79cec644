import "server-only";
import { asc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizations } from "@/db/schema/organizations";
import type { ProviderId } from "@/lib/domain/ids";
import { type Lock, organization } from "@/lib/operations/locks";

/** The locks of all clients of a provider: their state changes with that of the provider. */
export async function clientsOf(tx: Tx, providerId: ProviderId): Promise<Lock[]> {
  const clients = await tx
    .select({ id: organizations.id })
    .from(organizations)
    .where(eq(organizations.providerId, providerId))
    .orderBy(asc(organizations.id));
  return clients.map(({ id }) => organization(id));
}
