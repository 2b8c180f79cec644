import "server-only";
import { desc, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ciphers } from "@/db/schema/ciphers";
import { clientVisits } from "@/db/schema/client-visits";
import { collections } from "@/db/schema/collections";
import { formerMembers } from "@/db/schema/former-members";
import { groups } from "@/db/schema/groups";
import { organizations } from "@/db/schema/organizations";
import { policies } from "@/db/schema/policies";
import { users } from "@/db/schema/users";
import type { OrganizationId } from "@/lib/domain/ids";
import { OrganizationTarget } from "@/lib/domain/organization/inputs";
import { permissionsIn } from "@/lib/domain/organization/member";
import { NotFound } from "@/lib/operations/errors";
import { inOrganization, placeOf } from "@/lib/operations/organization/access";
import { visitColumns } from "@/lib/operations/organization/internal/visit-rows";
import { asTheyLeft } from "@/lib/operations/people/internal/called";
import { defineQuery } from "@/lib/operations/query";

/** How many visits are shown; the others have a page of their own. */
const lastVisits = 5;

/**
 * The first page of a console: which steps of setting up are done, read from what is there, and for those who may
 * know, the provider's last visits. Two statements at most.
 */
export const getOverview = defineQuery({
  name: "organization.get_overview",
  input: OrganizationTarget,
  access: inOrganization.open_console,
  async read({ tx, input: { organizationId }, standing, now }) {
    const place = placeOf(standing);
    const facts = await factsOf(tx, organizationId);
    const readsVisits = permissionsIn(place).includes("read_visits") && place.providerId !== null;
    const step = <Key extends string>(key: Key, isDone: boolean) => [
      { key, state: isDone ? ("done" as const) : ("toDo" as const) },
    ];
    const inPlan = place.features;
    return {
      /** In the order in which they are well taken; what the plan has not is left out. */
      steps: [
        // A new organization has one collection, which its maker did not choose.
        ...step("collections", facts.collections > 1),
        ...step("populate", facts.hasItems),
        ...(inPlan.includes("policies") ? step("policies", facts.hasPolicies) : []),
        ...(inPlan.includes("sso") ? [{ key: "sso" as const, state: "later" as const }] : []),
        ...(inPlan.includes("groups") ? step("groups", facts.hasGroups) : []),
        ...step("invite", facts.members > 1),
      ],
      members: facts.members,
      /** Null for those who may not know of visits, and where there is no provider. */
      visits: readsVisits ? await visitsOf(tx, organizationId, now) : null,
    };
  },
});

/** What is there, looked at no further than is needed to know it. */
async function factsOf(tx: Tx, organizationId: OrganizationId) {
  const [facts] = await tx
    .select({
      members: organizations.members,
      collections: sql<number>`(select count(*)::int from (select 1 from ${collections}
        where ${collections.organizationId} = ${organizationId} and ${collections.type} = 'shared' limit 2) as first_two)`,
      hasItems: sql<boolean>`exists (select from ${ciphers} where ${ciphers.organizationId} = ${organizationId})`,
      hasPolicies: sql<boolean>`exists (select from ${policies}
        where ${policies.organizationId} = ${organizationId} and ${policies.enabled})`,
      hasGroups: sql<boolean>`exists (select from ${groups} where ${groups.organizationId} = ${organizationId})`,
    })
    .from(organizations)
    .where(eq(organizations.id, organizationId));
  if (!facts) throw new NotFound();
  return facts;
}

const visitsOf = (tx: Tx, organizationId: OrganizationId, now: Date) =>
  tx
    .select(visitColumns(now))
    .from(clientVisits)
    .leftJoin(users, eq(users.id, clientVisits.userId))
    .leftJoin(formerMembers, asTheyLeft(clientVisits.userId, clientVisits.providerId))
    .where(eq(clientVisits.organizationId, organizationId))
    .orderBy(desc(clientVisits.startedAt), desc(clientVisits.id))
    .limit(lastVisits);

export type Overview = Awaited<ReturnType<typeof getOverview.read>>;
