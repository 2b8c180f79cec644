import { type Span, secondOf } from "@/lib/domain/billing/month";
import { monthlyCents } from "@/lib/domain/billing/prices";
import type { Plan } from "@/lib/domain/organization/plans";
import { billedSeats, type PlanSeats } from "@/lib/domain/provider/seats";

/** What a month began with, for one plan. */
export type Opening = { plan: Plan; seats: PlanSeats; cents: number };

/** One row of the seat ledger within the month. */
export type Entry = {
  at: Date;
  plan: Plan;
  /** Of the seats that the provider has committed to; otherwise of a client's. */
  isCommitment: boolean;
  change: number;
  /** Price of a seat and month from then on. */
  cents: number;
};

/** From a second of the month on: how many seats are billed, at which price. */
export type Level = { second: number; at: Date; quantity: number; cents: number };

/**
 * The levels of one plan, in their order; the first is that of the month's first second. What happens within one second
 * counts as one change.
 */
export function levelsOf(opening: Opening, entries: readonly Entry[], span: Span): [Level, ...Level[]] {
  let { seats, cents } = opening;
  const first: Level = { second: 0, at: span.start, quantity: billedSeats(seats), cents };
  const later: Level[] = [];
  for (const entry of [...entries].sort((one, other) => Number(one.at) - Number(other.at))) {
    if (entry.plan !== opening.plan) continue;
    const which = entry.isCommitment ? "minimum" : "assigned";
    seats = { ...seats, [which]: seats[which] + entry.change };
    cents = entry.cents;
    const second = secondOf(span, entry.at);
    const last = later.at(-1) ?? first;
    const level = last.second === second ? last : { ...last, second, at: entry.at };
    if (level !== last) later.push(level);
    Object.assign(level, { quantity: billedSeats(seats), cents });
  }
  return [first, ...later];
}

/** A plan of which there is no row before the month. */
export const unopened = (plan: Plan): Opening => ({
  plan,
  seats: { minimum: 0, assigned: 0 },
  cents: monthlyCents[plan],
});
