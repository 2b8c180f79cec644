import "server-only";
import { asc, eq } from "drizzle-orm";
import { z } from "zod";
import { providerPlans } from "@/db/schema/provider-plans";
import { ProviderId } from "@/lib/domain/ids";
import { planFacts } from "@/lib/domain/organization/plans";
import { billedSeats, purchasedSeats, unassignedSeats } from "@/lib/domain/provider/seats";
import { inProvider } from "@/lib/operations/provider/access";
import { defineQuery } from "@/lib/operations/query";

/** What the provider pays for each month, plan by plan. Protocol chapter 7.8. */
export const getSubscription = defineQuery({
  name: "provider.get_subscription",
  input: z.object({ providerId: ProviderId }),
  access: inProvider.read_subscription,
  async read({ tx, input: { providerId } }) {
    const rows = await tx
      .select({
        plan: providerPlans.plan,
        minimum: providerPlans.seatMinimum,
        assigned: providerPlans.allocatedSeats,
      })
      .from(providerPlans)
      .where(eq(providerPlans.providerId, providerId))
      .orderBy(asc(providerPlans.plan));
    const plans = rows.map(({ plan, ...seats }) => {
      const { tier, monthlyPrice } = planFacts[plan];
      const billed = billedSeats(seats);
      return {
        ...seats,
        plan,
        tier,
        purchased: purchasedSeats(seats),
        unassigned: unassignedSeats(seats),
        billed,
        monthlyPrice,
        monthlyCost: billed * monthlyPrice,
      };
    });
    return { plans, monthlyCost: plans.reduce((sum, plan) => sum + plan.monthlyCost, 0) };
  },
});
