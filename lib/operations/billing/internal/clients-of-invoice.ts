import "server-only";
import { asc, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { invoiceItems } from "@/db/schema/invoice-items";
import { organizations } from "@/db/schema/organizations";
import { providerPlans } from "@/db/schema/provider-plans";
import { discounted } from "@/lib/domain/billing/discount";
import type { ProviderId } from "@/lib/domain/ids";
import type { Plan } from "@/lib/domain/organization/plans";
import { purchasedSeats, unassignedSeats } from "@/lib/domain/provider/seats";
import { inPlanOrder } from "@/lib/operations/plan-order";

type Item = Omit<typeof invoiceItems.$inferInsert, "invoiceId" | "position">;
type Pricing = { prices: Record<Plan, number>; discountPercent: number };

/**
 * The clients of these providers as they are now, by name, with what their seats cost for a month. After them, of each plan
 * without purchased seats, the seats of the minimum that no client has. Protocol chapter 7.8.
 */
export async function clientsOfInvoices(
  tx: Tx,
  providerIds: ProviderId[],
): Promise<(providerId: ProviderId, pricing: Pricing) => Item[]> {
  const clients = await tx
    .select({
      providerId: organizations.providerId,
      organizationId: organizations.id,
      clientName: organizations.name,
      plan: organizations.plan,
      assigned: organizations.seats,
      used: organizations.usedSeats,
    })
    .from(organizations)
    .where(inArray(organizations.providerId, providerIds))
    .orderBy(asc(organizations.providerId), asc(organizations.sortName), asc(organizations.id));
  const commitments = await tx
    .select({
      providerId: providerPlans.providerId,
      plan: providerPlans.plan,
      minimum: providerPlans.seatMinimum,
      assigned: providerPlans.allocatedSeats,
    })
    .from(providerPlans)
    .where(inArray(providerPlans.providerId, providerIds))
    .orderBy(inPlanOrder(providerPlans.plan));

  return (providerId, { prices, discountPercent }) => {
    const priced = (item: Omit<Item, "estimatedCents">): Item => ({
      ...item,
      estimatedCents: discounted(item.assigned * prices[item.plan], discountPercent),
    });
    const own = clients.filter((client) => client.providerId === providerId);
    const unassigned = commitments.filter(
      (plan) => plan.providerId === providerId && plan.minimum > 0 && purchasedSeats(plan) === 0,
    );
    return [
      ...own.map(({ providerId: _, ...client }) => priced(client)),
      ...unassigned.map((plan) =>
        priced({
          organizationId: null,
          clientName: null,
          plan: plan.plan,
          assigned: unassignedSeats(plan),
          used: 0,
        }),
      ),
    ];
  };
}
