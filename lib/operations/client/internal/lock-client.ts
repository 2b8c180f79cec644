import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizations } from "@/db/schema/organizations";
import { providerOrganizations } from "@/db/schema/provider-organizations";
import type { OrganizationId, ProviderId } from "@/lib/domain/ids";
import { mayChangeClient } from "@/lib/domain/provider/suspending";
import { assertAllowed } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";

type Ref = { providerId: ProviderId; organizationId: OrganizationId };

/**
 * A client of this provider, its row locked, to be changed.
 *
 * @throws {NotFound} for another provider's client as for none; {Refused} `organization_suspended`.
 */
export async function lockClient(tx: Tx, { providerId, organizationId }: Ref) {
  const [client] = await tx
    .select({
      providerOrganizationId: providerOrganizations.id,
      name: organizations.name,
      plan: organizations.plan,
      seats: organizations.seats,
      usedSeats: organizations.usedSeats,
      state: organizations.state,
    })
    .from(organizations)
    .innerJoin(providerOrganizations, eq(providerOrganizations.organizationId, organizations.id))
    .where(and(eq(organizations.providerId, providerId), eq(organizations.id, organizationId)))
    .for("no key update", { of: organizations });
  if (!client) throw new NotFound();
  assertAllowed(mayChangeClient(client.state));
  return client;
}
