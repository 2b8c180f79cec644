import { type Plan, planFacts, type Tier } from "@/lib/domain/organization/plans";
import { type PlanSeats, purchasedSeats, unassignedSeats } from "@/lib/domain/provider/seats";

/** The parts of a plan's seats, in the order of the bar, with the token of its colour. */
export const seatParts = [
  { key: "included", color: "var(--primary)" },
  { key: "purchased", color: "var(--info)" },
  { key: "unassigned", color: "var(--line-strong)" },
] as const;

export type SeatBar = { plan: string; clientSeats: number } & Record<
  (typeof seatParts)[number]["key"],
  number
>;

/** Assigned seats within the minimum and beyond it, and those of the minimum that no client has. */
export const barsOf = (
  seats: readonly (PlanSeats & { plan: Plan })[],
  nameOf: (tier: Tier) => string,
): SeatBar[] =>
  seats.map((each) => {
    const purchased = purchasedSeats(each);
    return {
      plan: nameOf(planFacts[each.plan].tier),
      clientSeats: each.assigned,
      included: each.assigned - purchased,
      purchased,
      unassigned: unassignedSeats(each),
    };
  });
