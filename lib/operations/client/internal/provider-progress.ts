import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { providerPlans } from "@/db/schema/provider-plans";
import { providers } from "@/db/schema/providers";
import type { ProviderId, UserId } from "@/lib/domain/ids";
import type { Plan } from "@/lib/domain/organization/plans";
import { tagsOf } from "@/lib/operations/client/internal/provider-tags";
import { inPlanOrder } from "@/lib/operations/plan-order";

type SeatTotal = { plan: Plan; minimum: number; assigned: number };

/**
 * One row, to be joined: the seats of both plans, and how far a provider is set up. `ownOrganization` is about the
 * person who asks. The limit keeps the planner from asking these once more for every row they are joined with.
 */
export const providerProgress = (tx: Tx, providerId: ProviderId, userId: UserId) =>
  tx
    .select({
      seats: sql<SeatTotal[]>`(select coalesce(json_agg(json_build_object('plan', seats.plan,
        'minimum', seats.seat_minimum, 'assigned', seats.allocated_seats) order by ${inPlanOrder(sql`seats.plan`)}), '[]')
        from ${providerPlans} as seats where seats.provider_id = ${providerId})`.as("seat_totals"),
      tags: tagsOf(providerId).as("provider_tags"),
      discount: providers.discountPercent,
      team: providers.members,
      toConfirm: providers.acceptedMembers,
      confirmedAdmins: providers.confirmedAdmins,
      firstClient: sql<boolean>`exists (select 1 from ${providerPlans} as counted
          where counted.provider_id = ${providerId} and counted.clients > 0)`.as("first_client"),
      ownOrganization: sql<boolean>`exists (select 1 from ${organizationMembers} as own
        join ${organizations} as home on home.id = own.organization_id
        where own.user_id = ${userId} and own.status = 'confirmed' and home.provider_id is null)`.as(
        "own_organization",
      ),
    })
    .from(providers)
    .where(eq(providers.id, providerId))
    .limit(1)
    .as("provider");
