import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { clientVisits } from "@/db/schema/client-visits";
import { events } from "@/db/schema/events";
import { users } from "@/db/schema/users";
import { ListVisits } from "@/lib/domain/organization/inputs";
import { defineKeyset } from "@/lib/operations/keyset";
import { inOrganization } from "@/lib/operations/organization/access";
import { defineQuery } from "@/lib/operations/query";
import { isOpenVisit } from "@/lib/operations/visit/internal/visit-end";

const all = defineKeyset("visits", { age: [clientVisits.startedAt, clientVisits.id] });

/**
 * The provider's visits, newest first: who, from when to when, and how much was done in each besides coming and
 * going. Visits are kept as long as `terms.visits` says; the log tells of older ones. One statement.
 */
export const listVisits = defineQuery({
  name: "organization.list_visits",
  input: ListVisits,
  access: inOrganization.read_visits,
  async read({ tx, input: { organizationId, cursor }, now }) {
    const { where, orderBy, limit, place, cut } = all.page({ sort: "age", direction: "descending", cursor });
    const rows = await tx
      .select({
        id: clientVisits.id,
        startedAt: clientVisits.startedAt,
        endedAt: clientVisits.endedAt,
        isOpen: sql<boolean>`${isOpenVisit(now)}`,
        userId: clientVisits.userId,
        name: users.name,
        email: users.email,
        acts: sql<number>`(select count(*)::int from ${events} as act
          where act.organization_id = ${clientVisits.organizationId} and act.session_id = ${clientVisits.sessionId}
            and act.provider_id is not null and act.at >= ${clientVisits.startedAt}
            and act.at <= coalesce(${clientVisits.endedAt}, 'infinity')
            and act.type not in ('organization.entered_by_provider', 'organization.left_by_provider'))`,
        place,
      })
      .from(clientVisits)
      .leftJoin(users, eq(users.id, clientVisits.userId))
      .where(and(eq(clientVisits.organizationId, organizationId), where))
      .orderBy(...orderBy)
      .limit(limit);
    const { rows: visits, next } = cut(rows);
    return { visits, next };
  },
});

export type ListedVisits = Awaited<ReturnType<typeof listVisits.read>>;
