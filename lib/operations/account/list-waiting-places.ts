import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import { providerMembers } from "@/db/schema/provider-members";
import { providers } from "@/db/schema/providers";
import { users } from "@/db/schema/users";
import type { UserId } from "@/lib/domain/ids";
import { mayInProvider } from "@/lib/domain/provider/member";
import { providerRolesWith } from "@/lib/domain/provider/permissions";
import { accessEndedOf } from "@/lib/operations/access-end";
import { personOf, signedIn } from "@/lib/operations/account/access";
import { whoConfirms } from "@/lib/operations/organization/internal/who-confirms";
import { defineQuery } from "@/lib/operations/query";

/** How many people who can confirm are named. */
const named = 3;

/**
 * What somebody has accepted and waits to be confirmed for, since when, and who can do it now: people by name, else
 * the provider of a client, else nobody, as while it is suspended. Three statements at most.
 */
export const listWaitingPlaces = defineQuery({
  name: "account.list_waiting_places",
  input: z.object({}),
  access: signedIn,
  async read({ tx, actor }) {
    const userId = personOf(actor);
    const inProviders = await waitingInProviders(tx, userId);
    const inOrganizations = await whoConfirms(tx, eq(organizationMembers.userId, userId), named);
    return [
      ...inProviders.map(({ state, colleagues, name, ...place }) => ({
        ...place,
        kind: "provider" as const,
        name: name ?? "",
        state,
        confirmers: colleagues.flatMap(({ role, shown }) =>
          mayInProvider("confirm_staff", { role, status: "confirmed", state }).allowed ? shown : [],
        ),
        providerName: null,
      })),
      ...inOrganizations.map(({ organizationId, members, provider, ...place }) => ({
        ...place,
        kind: "organization" as const,
        id: organizationId,
        confirmers: members.slice(0, named).map(({ name, email }) => name || email),
        providerName: members.length === 0 && provider ? (provider.name ?? "") : null,
      })),
    ];
  },
});

type Colleague = Pick<(typeof providerMembers)["$inferSelect"], "role"> & { shown: string };

const waitingInProviders = (tx: Tx, userId: UserId) =>
  tx
    .select({
      id: providers.id,
      name: providers.name,
      state: providers.state,
      since: providerMembers.acceptedAt,
      colleagues: sql<Colleague[]>`(select coalesce(jsonb_agg(found), '[]') from (
        select colleague.role, coalesce(nullif(person.name, ''), person.email) as shown
        from provider_members as colleague
        join ${users} as person on person.id = colleague.user_id
        where colleague.provider_id = ${providers.id} and colleague.status = 'confirmed'
          and ${inArray(sql`colleague.role`, providerRolesWith("confirm_staff"))}
          and not ${accessEndedOf(sql`colleague`)}
        order by person.name, person.id limit ${named}) as found)`,
    })
    .from(providerMembers)
    .innerJoin(providers, eq(providers.id, providerMembers.providerId))
    .where(and(eq(providerMembers.userId, userId), eq(providerMembers.status, "accepted")))
    .orderBy(providerMembers.acceptedAt, providers.id);

export type WaitingPlace = Awaited<ReturnType<typeof listWaitingPlaces.read>>[number];
