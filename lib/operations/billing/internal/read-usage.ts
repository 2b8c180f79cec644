import "server-only";
import { and, asc, desc, eq, gte, inArray, isNull, lt, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { providerPlans } from "@/db/schema/provider-plans";
import { seatLedger } from "@/db/schema/seat-ledger";
import type { Span } from "@/lib/domain/billing/month";
import { type Entry, type Opening, unopened } from "@/lib/domain/billing/usage";
import type { ProviderId } from "@/lib/domain/ids";
import { plans } from "@/lib/domain/organization/plans";

export type Usage = { openings: Opening[]; entries: Entry[] };

/**
 * What the ledger says of a month: with what each plan began, and what changed since. Two statements for all providers,
 * which read nothing of the years before: a month began with what there is now, less what was entered since.
 */
export async function usageOf(
  tx: Tx,
  providerIds: ProviderId[],
  { start, end }: Span,
): Promise<(providerId: ProviderId) => Usage> {
  const isCommitment = isNull(seatLedger.organizationId);
  const change = sql<number>`${seatLedger.seatsAfter} - ${seatLedger.seatsBefore}`;
  const sum = (which: SQL) => sql<number>`coalesce(sum(${change}) filter (where ${which}), 0)::int`;
  const ofPlan = and(
    eq(seatLedger.providerId, providerPlans.providerId),
    eq(seatLedger.plan, providerPlans.plan),
  );
  const since = tx
    .select({
      minimum: sum(isCommitment).as("minimum"),
      assigned: sum(sql`not (${isCommitment})`).as("assigned"),
    })
    .from(seatLedger)
    .where(and(ofPlan, gte(seatLedger.at, start)))
    .as("since");
  const before = tx
    .select({ cents: seatLedger.monthlyPrice })
    .from(seatLedger)
    .where(and(ofPlan, lt(seatLedger.at, start)))
    .orderBy(desc(seatLedger.at), desc(seatLedger.id))
    .limit(1)
    .as("before");
  // One statement, so that nobody's change comes between what there is and what was entered. What has no row before the
  // month is left out: the minimum of a provider that is not set up is in no ledger.
  const openings = await tx
    .select({
      providerId: providerPlans.providerId,
      plan: providerPlans.plan,
      minimum: sql<number>`${providerPlans.seatMinimum} - ${since.minimum}`,
      assigned: sql<number>`${providerPlans.allocatedSeats} - ${since.assigned}`,
      cents: before.cents,
    })
    .from(providerPlans)
    .crossJoinLateral(since)
    .crossJoinLateral(before)
    .where(inArray(providerPlans.providerId, providerIds));
  const ofThese = and(inArray(seatLedger.providerId, providerIds), inArray(seatLedger.plan, plans));
  const entries = await tx
    .select({
      providerId: seatLedger.providerId,
      at: seatLedger.at,
      plan: seatLedger.plan,
      isCommitment: sql<boolean>`${isCommitment}`,
      change,
      cents: seatLedger.monthlyPrice,
    })
    .from(seatLedger)
    .where(and(ofThese, gte(seatLedger.at, start), lt(seatLedger.at, end)))
    .orderBy(asc(seatLedger.id));

  return (providerId) => {
    const begun = openings.filter((opening) => opening.providerId === providerId);
    return {
      openings: plans.map((plan) => {
        const opening = begun.find((one) => one.plan === plan);
        if (!opening) return unopened(plan);
        const { minimum, assigned, cents } = opening;
        return { plan, seats: { minimum, assigned }, cents };
      }),
      entries: entries.filter((entry) => entry.providerId === providerId),
    };
  };
}
