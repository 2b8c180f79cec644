import { type Plan, planFacts, type Tier } from "@/lib/domain/organization/plans";
import { type PlanSeats, purchasedSeats, unassignedSeats } from "@/lib/domain/provider/seats";

/** The parts of a plan's seats, in the order of the bar, with the token of its colour. */
export const seatParts = [
  { key: "inUse", color: "var(--primary)" },
  { key: "purchased", color: "var(--info)" },
  { key: "unassigned", color: "var(--edge)" },
] as const;

export type SeatBar = PlanSeats & { plan: string } & Record<(typeof seatParts)[number]["key"], number>;

/** Assigned seats within the minimum (`inUse`) and beyond it, and those of the minimum that no client has. */
export const barsOf = (
  seats: readonly (PlanSeats & { plan: Plan })[],
  nameOf: (tier: Tier) => string,
): SeatBar[] =>
  seats.map(({ plan, minimum, assigned }) => ({
    plan: nameOf(planFacts[plan].tier),
    minimum,
    assigned,
    inUse: Math.min(minimum, assigned),
    purchased: purchasedSeats({ minimum, assigned }),
    unassigned: unassignedSeats({ minimum, assigned }),
  }));
