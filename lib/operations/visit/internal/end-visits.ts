import "server-only";
import { and, asc, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { clientVisits } from "@/db/schema/client-visits";
import { organizations } from "@/db/schema/organizations";
import { providerOrganizations } from "@/db/schema/provider-organizations";
import { users } from "@/db/schema/users";
import type { AuditEvent } from "@/lib/domain/events";
import { endOfVisit } from "@/lib/operations/visit/internal/visit-end";

/**
 * Ends the open visits that `which` picks. Every visit ends by this. An act that is under way in one of them is
 * done before, or is refused. The end of a visit that had run out is the moment when it did.
 *
 * @param atMost how many are ended by one act.
 * @returns the events that say so, in the provider's log and in the client's.
 */
export async function endVisits(
  tx: Tx,
  which: SQL | undefined,
  now: Date,
  atMost?: number,
): Promise<AuditEvent[]> {
  const asked = tx
    .select({ id: clientVisits.id })
    .from(clientVisits)
    .where(and(isNull(clientVisits.endedAt), which))
    .orderBy(asc(clientVisits.id))
    .for("update")
    .$dynamic();
  const open = await (atMost === undefined ? asked : asked.limit(atMost));
  if (open.length === 0) return [];
  const ids = open.map(({ id }) => id);
  await tx
    .update(clientVisits)
    .set({ endedAt: endOfVisit(now) })
    .where(inArray(clientVisits.id, ids));
  const ended = await tx
    .select({
      providerId: clientVisits.providerId,
      organizationId: clientVisits.organizationId,
      userId: clientVisits.userId,
      endedAt: clientVisits.endedAt,
      providerOrganizationId: providerOrganizations.id,
      client: organizations.name,
      // The address names the visitor, because people can give themselves any name.
      visitor: sql<string>`coalesce(${users.email}, '')`,
    })
    .from(clientVisits)
    .innerJoin(providerOrganizations, eq(providerOrganizations.organizationId, clientVisits.organizationId))
    .innerJoin(organizations, eq(organizations.id, clientVisits.organizationId))
    .leftJoin(users, eq(users.id, clientVisits.userId))
    .where(inArray(clientVisits.id, ids));
  return ended.flatMap(
    ({
      providerId,
      organizationId,
      userId,
      endedAt,
      providerOrganizationId,
      client,
      visitor,
    }): AuditEvent[] => {
      const visit = { providerId, userId, at: endedAt ?? now };
      return [
        { type: "client.left", ...visit, providerOrganizationId, details: { client, visitor } },
        { type: "organization.left_by_provider", ...visit, organizationId, details: { visitor } },
      ];
    },
  );
}
