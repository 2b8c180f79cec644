import type { z } from "zod";
import { all, type RefusalValues } from "@/lib/domain/decision";
import { type Plan, plans } from "@/lib/domain/organization/plans";
import type { ConfirmedSeats, SeatChange } from "@/lib/domain/provider/client-jobs";
import { mayGiveSeats, type PlanSeats, purchaseOf, type SeatsOfPlan } from "@/lib/domain/provider/seats";
import { mayChangeClient } from "@/lib/domain/provider/suspending";
import type { Refusal } from "@/lib/domain/refusal";

export type SeatsOfClient = {
  id: string;
  plan: Plan;
  seats: number;
  usedSeats: number;
  state: "enabled" | "suspended";
};

/** What one client would have, or why its seats stay, with the numbers of that. */
export type PlannedSeats = SeatsOfPlan & { id: string; refusal: Refusal | null; values: RefusalValues };

type PlanChange = ConfirmedSeats["plans"][number];

type Given = {
  clients: readonly SeatsOfClient[];
  totals: readonly (PlanSeats & { plan: Plan })[];
  change: SeatChange;
  /** Whether whoever asks may purchase seats. */
  purchases: boolean;
};

const byId = (one: SeatsOfClient, other: SeatsOfClient) => (one.id < other.id ? -1 : 1);

/**
 * What a change of the seats of several clients comes to, one after the other in the order of their ids. The screen
 * shows it and the server does it, from the same numbers.
 */
export function plannedSeats({ clients, totals, change, purchases }: Given): {
  rows: PlannedSeats[];
  plans: PlanChange[];
} {
  const assigned = new Map(totals.map(({ plan, ...seats }) => [plan, seats]));
  const changes = new Map<Plan, number>();
  const rows = [...clients].sort(byId).map(({ id, plan, seats: from, usedSeats, state }) => {
    const to = change.mode === "to" ? change.seats : from + change.seats;
    const already = changes.get(plan) ?? 0;
    const before = assigned.get(plan) ?? { minimum: 0, assigned: 0 };
    const now = { ...before, assigned: before.assigned + already };
    const decision = all(
      mayChangeClient(state),
      mayGiveSeats({ plan, from, to }, now, { used: usedSeats, purchases }),
    );
    if (!decision.allowed)
      return { id, plan, from, to, refusal: decision.refusal, values: decision.values ?? {} };
    changes.set(plan, already + to - from);
    return { id, plan, from, to, refusal: null, values: {} };
  });
  return {
    rows,
    plans: plans.flatMap((plan) => {
      const by = changes.get(plan) ?? 0;
      const seats = assigned.get(plan);
      return by !== 0 && seats ? [{ plan, change: by, purchase: purchaseOf(seats, by) }] : [];
    }),
  };
}

/** The clients whose seats become others: neither those that it does not fit, nor those that have as many already. */
export const changedSeats = <Row extends Pick<PlannedSeats, "from" | "to" | "refusal">>(
  rows: readonly Row[],
): Row[] => rows.filter(({ from, to, refusal }) => refusal === null && from !== to);

/** Whether what was confirmed on a screen is what would be done now, for each plan and each client. */
export function isAsConfirmed(
  confirmed: z.input<typeof ConfirmedSeats> | null,
  { rows, plans: changes }: ReturnType<typeof plannedSeats>,
): boolean {
  if (!confirmed || confirmed.plans.length !== changes.length || confirmed.clients.length !== rows.length)
    return false;
  const toOf = new Map<string, number | null>(confirmed.clients.map(({ id, to }) => [id, to]));
  return (
    rows.every(({ id, to, refusal }) => toOf.get(id) === (refusal ? null : to)) &&
    changes.every(({ plan, change, purchase }) =>
      confirmed.plans.some(
        (seen) => seen.plan === plan && seen.change === change && seen.purchase === purchase,
      ),
    )
  );
}

/** What is sent as confirmed: what the screen shows. */
export const confirmedOf = ({ rows, plans: changes }: ReturnType<typeof plannedSeats>) => ({
  plans: changes,
  clients: rows.map(({ id, to, refusal }) => ({ id, to: refusal ? null : to })),
});
