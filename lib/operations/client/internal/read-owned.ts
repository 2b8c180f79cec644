import "server-only";
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { providerMembers } from "@/db/schema/provider-members";
import { providerPlans } from "@/db/schema/provider-plans";
import type { ProviderId, UserId } from "@/lib/domain/ids";
import { membersWhoMay } from "@/lib/operations/organization/internal/members-who-may";
import { hasInForce } from "@/lib/operations/policy/internal/in-force";

/** How many organizations are offered at once; nobody is expected to own so many. */
const atMost = 100;

/** The organizations of an owner that have no provider, by name, with what is judged of them and the seats of their plan. */
export const readOwned = (tx: Tx, userId: UserId, providerId: ProviderId) =>
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
