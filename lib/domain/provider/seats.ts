import { all, allow, type Decision, refuse } from "@/lib/domain/decision";
import type { Plan } from "@/lib/domain/organization/plans";
import { mayInProvider, type ProviderStanding } from "@/lib/domain/provider/member";

/** The most seats of one client. A higher number is a typing mistake. */
export const seatLimit = 100_000;

/** A provider's seats of one plan: the committed minimum, and what its clients have been assigned. */
export type PlanSeats = { minimum: number; assigned: number };

/** Seats paid beyond the minimum. Protocol chapter 7.8. */
export const purchasedSeats = ({ minimum, assigned }: PlanSeats) => Math.max(0, assigned - minimum);

/** Seats of the minimum that no client has. */
export const unassignedSeats = ({ minimum, assigned }: PlanSeats) => Math.max(0, minimum - assigned);

/** Seats billed each month: never fewer than the minimum. */
export const billedSeats = ({ minimum, assigned }: PlanSeats) => Math.max(minimum, assigned);

/** How many more seats are purchased after `change`; negative when purchased seats are given back. */
export const purchaseOf = (seats: PlanSeats, change: number) =>
  purchasedSeats({ ...seats, assigned: seats.assigned + change }) - purchasedSeats(seats);

/**
 * A plan whose minimum is changed: clients keep what they were assigned, so what is purchased beyond the minimum follows.
 * Protocol chapter 7.8.
 */
export const withMinimum = ({ assigned }: PlanSeats, minimum: number): PlanSeats => ({ minimum, assigned });

/** The seats of a plan that a client has, and those that it is to have. */
export type SeatsOfPlan = { plan: Plan; from: number; to: number };

/**
 * What changing a client from so many seats of a plan to others comes to: what a screen shows and its person confirms.
 * The plan is part of it, because it has the price.
 */
export const numbersOfChange = ({ plan, from, to }: SeatsOfPlan, of: PlanSeats) => ({
  plan,
  from,
  to,
  purchase: purchaseOf(of, to - from),
});
export type SeatNumbers = ReturnType<typeof numbersOfChange>;

/**
 * Whether what an act comes to is what its person has confirmed on their screen, number by number. Where somebody else
 * has been quicker, it is not.
 */
export const mayTakeNumbers = (shown: SeatNumbers, now: SeatNumbers): Decision =>
  (["plan", "from", "to", "purchase"] as const).every((name) => shown[name] === now[name])
    ? allow
    : refuse("seats_changed");

/**
 * Whether a client that its form has made is moved to another plan by the form: not once somebody has accepted a place
 * there, because what the plan includes, such as policies, is theirs by then.
 */
export const mayMoveToPlan = (hasSomebody: boolean): Decision =>
  hasSomebody ? refuse("plan_in_use") : allow;

/** Whether what is sent again by a form purchases no more than its person has confirmed. */
export const mayPurchaseShown = (shown: number, purchase: number): Decision =>
  purchase <= Math.max(0, shown) ? allow : refuse("seats_changed");

/** Whether somebody may have seats purchased, which spends the provider's money. */
export const purchasesSeats = (standing: ProviderStanding): boolean =>
  mayInProvider("purchase_seats", standing).allowed;

/** Whether somebody may change a plan's assigned seats by `change`, where `purchases` says whether they purchase seats. */
export function mayAssign(purchases: boolean, seats: PlanSeats, change: number): Decision {
  if (purchases || purchaseOf(seats, change) <= 0) return allow;
  return refuse("seats_need_purchase", { unassigned: unassignedSeats(seats) });
}

/** Whether a client with `used` seats can be given `seats`. */
export function maySetSeats(seats: number, used: number): Decision {
  if (!Number.isInteger(seats) || seats < 1 || seats > seatLimit)
    return refuse("seats_out_of_range", { minimum: Math.max(1, used), maximum: seatLimit });
  return seats < used ? refuse("seats_below_used", { used }) : allow;
}

type AskedBy = {
  /** How many seats the client uses. */
  used: number;
  purchases: boolean;
  /** What was confirmed on a screen. Left out by whoever has no screen. */
  shown?: SeatNumbers | undefined;
};

/** Whether a client is given seats: as many as it needs, by somebody who may, and as they have confirmed it. */
export const mayGiveSeats = (
  seats: SeatsOfPlan,
  of: PlanSeats,
  { used, purchases, shown }: AskedBy,
): Decision =>
  all(
    maySetSeats(seats.to, used),
    mayAssign(purchases, of, seats.to - seats.from),
    shown ? mayTakeNumbers(shown, numbersOfChange(seats, of)) : allow,
  );
