import "server-only";
import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { clientVisits } from "@/db/schema/client-visits";
import { organizations } from "@/db/schema/organizations";
import { providerOrganizations } from "@/db/schema/provider-organizations";
import type { ProviderId, UserId } from "@/lib/domain/ids";

/** Ends every visit to a client that a member of the team has open. Answers the events that say so in both logs. */
export async function endVisits(tx: Tx, providerId: ProviderId, userId: UserId, now: Date) {
  const ended = await tx
    .update(clientVisits)
    .set({ endedAt: now })
    .where(
      and(
        eq(clientVisits.providerId, providerId),
        eq(clientVisits.userId, userId),
        isNull(clientVisits.endedAt),
      ),
    )
    .returning({ organizationId: clientVisits.organizationId });
  if (ended.length === 0) return [];
  const clients = await tx
    .select({
      organizationId: organizations.id,
      providerOrganizationId: providerOrganizations.id,
      name: organizations.name,
    })
    .from(providerOrganizations)
    .innerJoin(organizations, eq(organizations.id, providerOrganizations.organizationId))
    .where(
      inArray(
        providerOrganizations.organizationId,
        ended.map(({ organizationId }) => organizationId),
      ),
    );
  return clients.flatMap(({ organizationId, providerOrganizationId, name }) => [
    { type: "client.left", providerId, providerOrganizationId, userId, details: { client: name } } as const,
    { type: "organization.left_by_provider", organizationId, providerId, userId } as const,
  ]);
}
