import "server-only";
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { providerMembers } from "@/db/schema/provider-members";
import { providerPlans } from "@/db/schema/provider-plans";
import type { ProviderId, UserId } from "@/lib/domain/ids";
import { ClientsTarget } from "@/lib/domain/provider/inputs";
import { isProbablyTheTeams, mayLink } from "@/lib/domain/provider/linking";
import { numbersOfChange, purchasesSeats } from "@/lib/domain/provider/seats";
import { personOf } from "@/lib/operations/account/access";
import { membersWhoMay } from "@/lib/operations/organization/internal/members-who-may";
import { hasInForce } from "@/lib/operations/policy/internal/in-force";
import { inProvider, placeOf } from "@/lib/operations/provider/access";
import { defineQuery } from "@/lib/operations/query";

/** How many organizations are offered at once; nobody is expected to own so many. */
const atMost = 100;

/**
 * The organizations that somebody can add to the provider: those that they own, confirmed, and that have no provider. Of
 * each, the numbers that are to be confirmed, or why it cannot be added.
 */
export const listLinkable = defineQuery({
  name: "client.list_linkable",
  input: ClientsTarget,
  access: inProvider.create_clients,
  async read({ tx, actor, input: { providerId }, standing }) {
    const purchases = purchasesSeats(placeOf(standing));
    const team = await tx.$count(providerMembers, confirmedIn(providerId));
    const owned = await readOwned(tx, personOf(actor), providerId);
    return owned.map(({ state, confirmsAutomatically, minimum, assigned, staff, ...organization }) => {
      const plan = minimum === null || assigned === null ? null : { minimum, assigned };
      const decision = mayLink(purchases, {
        hasProvider: false,
        isSuspended: state === "suspended",
        confirmsAutomatically,
        seats: organization.seats,
        plan,
      });
      const brings = { plan: organization.plan, from: 0, to: organization.seats };
      return {
        ...organization,
        /** The provider's seats of this plan. */
        seatsOfPlan: plan,
        numbers: numbersOfChange(brings, plan ?? { minimum: 0, assigned: 0 }),
        blocked: decision.allowed ? null : decision,
        isProbablyTheTeams: isProbablyTheTeams(staff, team),
      };
    });
  },
});

export type LinkableOrganization = Awaited<ReturnType<typeof listLinkable.read>>[number];

const confirmedIn = (providerId: ProviderId) =>
  and(eq(providerMembers.providerId, providerId), eq(providerMembers.status, "confirmed"));

const readOwned = (tx: Tx, userId: UserId, providerId: ProviderId) =>
  tx
    .select({
      id: organizations.id,
      name: organizations.name,
      plan: organizations.plan,
      seats: organizations.seats,
      used: organizations.usedSeats,
      state: organizations.state,
      confirmsAutomatically: hasInForce("automatic_confirmation"),
      minimum: providerPlans.seatMinimum,
      assigned: providerPlans.allocatedSeats,
      /** How many of the provider's team are members. */
      staff: sql<number>`(select count(*)::int from ${organizationMembers} as colleague
        join ${providerMembers} as staff on staff.user_id = colleague.user_id
        where colleague.organization_id = ${organizations.id} and colleague.status = 'confirmed'
          and staff.provider_id = ${providerId} and staff.status = 'confirmed')`,
    })
    .from(organizationMembers)
    .innerJoin(organizations, eq(organizations.id, organizationMembers.organizationId))
    .leftJoin(
      providerPlans,
      and(eq(providerPlans.providerId, providerId), eq(providerPlans.plan, organizations.plan)),
    )
    .where(
      and(
        eq(organizationMembers.userId, userId),
        eq(organizationMembers.status, "confirmed"),
        membersWhoMay("choose_provider"),
        isNull(organizations.providerId),
      ),
    )
    .orderBy(asc(organizations.sortName), asc(organizations.id))
    .limit(atMost);
