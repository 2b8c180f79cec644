import { purchasedColor, tierColors, unassignedColor } from "@/components/billing/seat-colors";
import { type Plan, planFacts, type Tier } from "@/lib/domain/organization/plans";
import { type PlanSeats, purchasedSeats, unassignedSeats } from "@/lib/domain/provider/seats";

/** The parts of a plan's seats, in the order of the bar, with what each is drawn in. */
export const seatParts = [
  { key: "inUse", colorOf: ({ tier }: Pick<SeatBar, "tier">) => tierColors[tier] },
  { key: "purchased", colorOf: () => purchasedColor },
  { key: "unassigned", colorOf: () => unassignedColor },
] as const;

export type SeatBar = PlanSeats & { plan: string; tier: Tier } & Record<
    "inUse" | "purchased" | "unassigned",
    number
  >;

/** Assigned seats within the minimum (`inUse`) and beyond it, and those of the minimum that no client has. */
export const barsOf = (
  seats: readonly (PlanSeats & { plan: Plan })[],
  nameOf: (tier: Tier) => string,
): SeatBar[] =>
  seats.map(({ plan, minimum, assigned }) => ({
    plan: nameOf(planFacts[plan].tier),
    tier: planFacts[plan].tier,
    minimum,
    assigned,
    inUse: Math.min(minimum, assigned),
    purchased: purchasedSeats({ minimum, assigned }),
    unassigned: unassignedSeats({ minimum, assigned }),
  }));
