import "server-only";
import { and, eq, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { providerMembers } from "@/db/schema/provider-members";
import { providers } from "@/db/schema/providers";
import { users } from "@/db/schema/users";
import { personOf, signedIn } from "@/lib/operations/account/access";
import { defineQuery } from "@/lib/operations/query";

/** How many people who can confirm are named. */
const named = 3;

/**
 * What somebody has accepted and waits to be confirmed for, since when, and who can do it: the confirmed admins, or,
 * for a client that has no confirmed member yet, its provider. Two statements.
 */
export const listWaitingPlaces = defineQuery({
  name: "account.list_waiting_places",
  input: z.object({}),
  access: signedIn,
  async read({ tx, actor }) {
    const userId = personOf(actor);
    const inProviders = await tx
      .select({
        id: providers.id,
        name: providers.name,
        since: providerMembers.acceptedAt,
        confirmers: namesOf(sql`provider_members as colleague on colleague.user_id = person.id
          and colleague.provider_id = ${providers.id} and colleague.status = 'confirmed'
          and colleague.role = 'provider_admin'`),
      })
      .from(providerMembers)
      .innerJoin(providers, eq(providers.id, providerMembers.providerId))
      .where(and(eq(providerMembers.userId, userId), eq(providerMembers.status, "accepted")))
      .orderBy(providerMembers.acceptedAt, providers.id);
    const inOrganizations = await tx
      .select({
        id: organizations.id,
        name: organizations.name,
        since: organizationMembers.acceptedAt,
        confirmers: namesOf(sql`organization_members as colleague on colleague.user_id = person.id
          and colleague.organization_id = ${organizations.id} and colleague.status = 'confirmed'
          and colleague.role in ('owner', 'admin')`),
        providerName: providers.name,
      })
      .from(organizationMembers)
      .innerJoin(organizations, eq(organizations.id, organizationMembers.organizationId))
      .leftJoin(providers, eq(providers.id, organizations.providerId))
      .where(and(eq(organizationMembers.userId, userId), eq(organizationMembers.status, "accepted")))
      .orderBy(organizationMembers.acceptedAt, organizations.id);
    return [
      ...inProviders.map((place) => ({
        ...place,
        kind: "provider" as const,
        name: place.name ?? "",
        providerName: null,
      })),
      ...inOrganizations.map(({ confirmers, providerName, ...place }) => ({
        ...place,
        kind: "organization" as const,
        confirmers,
        providerName: confirmers.length === 0 ? providerName : null,
      })),
    ];
  },
});

const namesOf = (colleagues: SQL) => sql<string[]>`array(
  select coalesce(nullif(person.name, ''), person.email) from ${users} as person
  join ${colleagues} order by person.name, person.id limit ${named})`;

export type WaitingPlace = Awaited<ReturnType<typeof listWaitingPlaces.read>>[number];
