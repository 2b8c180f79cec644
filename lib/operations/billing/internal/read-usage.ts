import "server-only";
import { and, asc, gte, inArray, isNull, lt, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { seatLedger } from "@/db/schema/seat-ledger";
import type { Span } from "@/lib/domain/billing/month";
import { type Entry, type Opening, unopened } from "@/lib/domain/billing/usage";
import type { ProviderId } from "@/lib/domain/ids";
import { plans } from "@/lib/domain/organization/plans";

export type Usage = { openings: Opening[]; entries: Entry[] };

/** What the ledger says of a month: with what each plan began, and what changed since. Two statements for all providers. */
export async function usageOf(
  tx: Tx,
  providerIds: ProviderId[],
  { start, end }: Span,
): Promise<(providerId: ProviderId) => Usage> {
  const isCommitment = isNull(seatLedger.organizationId);
  const change = sql<number>`${seatLedger.seatsAfter} - ${seatLedger.seatsBefore}`;
  const sum = (which: SQL) => sql<number>`coalesce(sum(${change}) filter (where ${which}), 0)::int`;
  const ofThese = inArray(seatLedger.providerId, providerIds);
  const openings = await tx
    .select({
      providerId: seatLedger.providerId,
      plan: seatLedger.plan,
      minimum: sum(isCommitment),
      assigned: sum(sql`not (${isCommitment})`),
      cents: sql<number>`(array_agg(${seatLedger.monthlyPrice} order by ${seatLedger.id} desc))[1]`,
    })
    .from(seatLedger)
    .where(and(ofThese, lt(seatLedger.at, start)))
    .groupBy(seatLedger.providerId, seatLedger.plan);
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
