import "server-only";
import { asc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { providerPlans } from "@/db/schema/provider-plans";
import type { ProviderId } from "@/lib/domain/ids";
import type { Plan } from "@/lib/domain/organization/plans";
import { type PlanSeats, purchasedSeats } from "@/lib/domain/provider/seats";

type LockedPlan = PlanSeats & { id: string };
export type LockedPlans = ReadonlyMap<Plan, LockedPlan>;

/** Locks the provider's plans in one order, so that no two changes of seats are judged by the same numbers. */
export async function lockPlans(tx: Tx, providerId: ProviderId): Promise<LockedPlans> {
  const rows = await tx
    .select({
      id: providerPlans.id,
      plan: providerPlans.plan,
      minimum: providerPlans.seatMinimum,
      assigned: providerPlans.allocatedSeats,
    })
    .from(providerPlans)
    .where(eq(providerPlans.providerId, providerId))
    .orderBy(asc(providerPlans.plan))
    .for("no key update");
  return new Map(rows.map(({ plan, ...seats }) => [plan, seats]));
}

/** Assigns `change` more seats of a locked plan (fewer if negative), and purchases or gives back seats to fit. */
export async function assignSeats(tx: Tx, plan: LockedPlan, change: number, now: Date): Promise<void> {
  const assigned = plan.assigned + change;
  await tx
    .update(providerPlans)
    .set({
      allocatedSeats: assigned,
      purchasedSeats: purchasedSeats({ ...plan, assigned }),
      revisedAt: now,
    })
    .where(eq(providerPlans.id, plan.id));
}
