import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { providerPlans } from "@/db/schema/provider-plans";
import { providers } from "@/db/schema/providers";
import { seatLedger } from "@/db/schema/seat-ledger";
import { monthlyCents } from "@/lib/domain/billing/prices";
import type { OrganizationId, ProviderId } from "@/lib/domain/ids";
import type { Plan } from "@/lib/domain/organization/plans";
import { purchasedSeats } from "@/lib/domain/provider/seats";
import { aClientOf, aProviderWith } from "@/test/provider";

type Change = {
  at: string;
  organizationId?: OrganizationId | null;
  plan?: Plan;
  before: number;
  after: number;
  /** Without it, the price of today. */
  cents?: number;
};

/** Enters a change of seats of a day, as the act that made it would have: in the ledger and in the provider's plan. */
export async function entered(tx: Tx, providerId: ProviderId, change: Change): Promise<void> {
  const { organizationId = null, plan = "teams_monthly", before, after } = change;
  await inLedger(tx, providerId, change);
  const [changed] = await tx
    .select()
    .from(providerPlans)
    .where(and(eq(providerPlans.providerId, providerId), eq(providerPlans.plan, plan)));
  if (!changed) throw new Error("a provider has each plan");
  const seats = {
    minimum: changed.seatMinimum + (organizationId ? 0 : after - before),
    assigned: changed.allocatedSeats + (organizationId ? after - before : 0),
  };
  await tx
    .update(providerPlans)
    .set({
      seatMinimum: seats.minimum,
      allocatedSeats: seats.assigned,
      purchasedSeats: purchasedSeats(seats),
    })
    .where(eq(providerPlans.id, changed.id));
}

async function inLedger(tx: Tx, providerId: ProviderId, change: Change): Promise<void> {
  const { at, organizationId = null, plan = "teams_monthly", before, after } = change;
  const { cents = monthlyCents[plan] } = change;
  await tx.insert(seatLedger).values({
    at: new Date(at),
    providerId,
    organizationId,
    plan,
    reason: organizationId ? "seats_changed" : "set_up",
    seatsBefore: before,
    seatsAfter: after,
    monthlyPrice: cents,
  });
}

type Options = { discountPercent?: number; name?: string; since?: string };

/** A provider with two people that has been set up for a while, with 75 seats of Teams and 150 of Enterprise. */
export async function aBilledProvider(tx: Tx, options: Options = {}) {
  const { discountPercent = 0, name = "My Provider", since = "2026-09-01T08:00:00Z" } = options;
  const team = await aProviderWith(
    tx,
    { brett: "provider_admin, confirmed", betty: "service_user, confirmed" },
    { name, teams: 0, enterprise: 0 },
  );
  const { providerId } = team;
  const setUpAt = new Date(since);
  await tx.update(providers).set({ setUpAt, discountPercent }).where(eq(providers.id, providerId));
  const at = setUpAt.toISOString();
  await entered(tx, providerId, { at, before: 0, after: 75 });
  await entered(tx, providerId, { at, plan: "enterprise_monthly", before: 0, after: 150 });
  return team;
}

/** A client of that provider since a day. */
export async function aBilledClient(
  tx: Tx,
  providerId: ProviderId,
  options: { name: string; plan?: Plan; seats: number; used?: number; since?: string },
): Promise<OrganizationId> {
  const { since = "2026-09-02T08:00:00Z", plan = "teams_monthly", ...rest } = options;
  const client = { ...rest, plan };
  const organizationId = await aClientOf(tx, providerId, client);
  await inLedger(tx, providerId, {
    at: since,
    organizationId,
    plan,
    before: 0,
    after: client.seats,
  });
  return organizationId;
}
