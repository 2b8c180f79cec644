import "server-only";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { organizations } from "@/db/schema/organizations";
import { providerPlans } from "@/db/schema/provider-plans";
import { providers } from "@/db/schema/providers";
import { SeatsOfClients } from "@/lib/domain/provider/client-jobs";
import { mayInProvider } from "@/lib/domain/provider/member";
import { NotFound } from "@/lib/operations/errors";
import { inPlanOrder } from "@/lib/operations/plan-order";
import { inProvider, placeOf } from "@/lib/operations/provider/access";
import { defineQuery } from "@/lib/operations/query";

/** The seats of clients and of their provider as they are at this moment: what a change of several is shown from. */
export const getSeatsOfClients = defineQuery({
  name: "client_job.get_seats",
  input: SeatsOfClients,
  access: inProvider.administer_clients,
  async read({ tx, input: { providerId, organizationIds }, standing }) {
    const clients = await tx
      .select({
        id: organizations.id,
        name: organizations.name,
        plan: organizations.plan,
        seats: organizations.seats,
        usedSeats: organizations.usedSeats,
        state: organizations.state,
      })
      .from(organizations)
      .where(and(eq(organizations.providerId, providerId), inArray(organizations.id, organizationIds)))
      .orderBy(asc(organizations.sortName), asc(organizations.id));
    if (clients.length !== new Set(organizationIds).size) throw new NotFound();
    const paysFor = mayInProvider("read_subscription", placeOf(standing)).allowed;
    const totals = await tx
      .select({
        plan: providerPlans.plan,
        minimum: providerPlans.seatMinimum,
        assigned: providerPlans.allocatedSeats,
        /** In percent; null for whoever does not see what the provider pays. */
        discount: paysFor ? providers.discountPercent : sql<null>`null`,
      })
      .from(providerPlans)
      .innerJoin(providers, eq(providers.id, providerPlans.providerId))
      .where(eq(providerPlans.providerId, providerId))
      .orderBy(inPlanOrder(providerPlans.plan));
    return { clients, totals };
  },
});

export type ServedSeats = Awaited<ReturnType<typeof getSeatsOfClients.read>>;
