import "server-only";
import { type SQLWrapper, sql } from "drizzle-orm";
import { organizationMembers } from "@/db/schema/organization-members";
import { countsNow } from "@/lib/operations/counts-now";

/**
 * Of an organization within a statement: whether it has a confirmed member, how many confirmed owners, two standing for
 * any more, and whether one of them counts.
 */
export function confirmedSoFar(organizationId: SQLWrapper) {
  const confirmed = sql`from ${organizationMembers} as confirmed
    where confirmed.organization_id = ${organizationId} and confirmed.status = 'confirmed'`;
  return {
    hasMember: sql<boolean>`exists (select ${confirmed})`,
    owners: sql<number>`(select count(*)::int
      from (select ${confirmed} and confirmed.role = 'owner' limit 2) as owner)`,
    hasCounting: sql<boolean>`exists (select ${confirmed} and ${countsNow(sql`confirmed`)})`,
  };
}
