import "server-only";
import { and, eq } from "drizzle-orm";
import { clientVisits } from "@/db/schema/client-visits";
import { formerMembers } from "@/db/schema/former-members";
import { users } from "@/db/schema/users";
import { ListVisits } from "@/lib/domain/organization/inputs";
import { defineKeyset } from "@/lib/operations/keyset";
import { inOrganization } from "@/lib/operations/organization/access";
import { visitColumns } from "@/lib/operations/organization/internal/visit-rows";
import { asTheyLeft } from "@/lib/operations/people/internal/called";
import { defineQuery } from "@/lib/operations/query";

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
        ...visitColumns(now),
        place,
      })
      .from(clientVisits)
      .leftJoin(users, eq(users.id, clientVisits.userId))
      .leftJoin(formerMembers, asTheyLeft(clientVisits.userId, clientVisits.providerId))
      .where(and(eq(clientVisits.organizationId, organizationId), where))
      .orderBy(...orderBy)
      .limit(limit);
    const { rows: visits, next } = cut(rows);
    return { visits, next };
  },
});

export type ListedVisits = Awaited<ReturnType<typeof listVisits.read>>;
