import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { providers } from "@/db/schema/providers";
import { seatLedger } from "@/db/schema/seat-ledger";
import { monthlyCents } from "@/lib/domain/billing/prices";
import type { OrganizationId, ProviderId } from "@/lib/domain/ids";
import type { Plan } from "@/lib/domain/organization/plans";
import { aClientOf, aProviderWith } from "@/test/provider";

type Change = {
  at: string;
  organizationId?: OrganizationId | null;
  plan?: Plan;
  before: number;
  after: number;
};

/** Enters a change of seats of a day, as the act that made it would have. */
export async function entered(tx: Tx, providerId: ProviderId, change: Change): Promise<void> {
  const { at, organizationId = null, plan = "teams_monthly", before, after } = change;
  await tx.insert(seatLedger).values({
    at: new Date(at),
    providerId,
    organizationId,
    plan,
    reason: organizationId ? "seats_changed" : "set_up",
    seatsBefore: before,
    seatsAfter: after,
    monthlyPrice: monthlyCents[plan],
  });
}

type Options = { discountPercent?: number; name?: string; since?: string };

/** A provider with two people that has been set up for a while, with 75 seats of Teams and 150 of Enterprise. */
export async function aBilledProvider(tx: Tx, options: Options = {}) {
  const { discountPercent = 0, name = "My Provider", since = "2026-09-01T08:00:00Z" } = options;
  const team = await aProviderWith(
    tx,
    { brett: "provider_admin, confirmed", betty: "service_user, confirmed" },
    { name },
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
  await entered(tx, providerId, {
    at: since,
    organizationId,
    plan,
    before: 0,
    after: client.seats,
  });
  return organizationId;
}
