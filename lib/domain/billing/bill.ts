import { shareOf } from "@/lib/domain/billing/cents";
import { discountOn } from "@/lib/domain/billing/discount";
import { type Span, secondsIn } from "@/lib/domain/billing/month";
import { type Entry, type Level, levelsOf, type Opening } from "@/lib/domain/billing/usage";
import type { Plan } from "@/lib/domain/organization/plans";

/** In the order in which an invoice lists them. */
export const lineKinds = ["month", "credit", "debit", "discount", "account_credit"] as const;
export type LineKind = (typeof lineKinds)[number];

/** One line of an invoice. Lines are never corrected; amounts are in cents and may be negative. */
export type Line = {
  kind: LineKind;
  /** Null for what concerns the whole invoice. */
  plan: Plan | null;
  quantity: number | null;
  /** Price of one seat for a whole month. */
  unitCents: number | null;
  /** From when on; the month's end is where it ends. */
  since: Date | null;
  cents: number;
};

export type Bill = {
  lines: Line[];
  subtotalCents: number;
  discountCents: number;
  creditCents: number;
  totalCents: number;
};

type Facts = {
  span: Span;
  openings: readonly Opening[];
  entries: readonly Entry[];
  discountPercent: number;
  /** What the provider has with us. It is used up to the total. */
  accountCredit: number;
};

/** What a month costs. Its lines always sum to the total. */
export function billOf({ span, openings, entries, discountPercent, accountCredit }: Facts): Bill {
  const seats = openings.flatMap((opening) => linesOf(opening.plan, levelsOf(opening, entries, span), span));
  const subtotalCents = sumOf(seats);
  const discountCents = discountOn(subtotalCents, discountPercent);
  const creditCents = Math.min(accountCredit, subtotalCents - discountCents);
  const taken = (kind: LineKind, cents: number): Line[] =>
    cents === 0 ? [] : [{ kind, plan: null, quantity: null, unitCents: null, since: null, cents: -cents }];
  const lines = [...seats, ...taken("discount", discountCents), ...taken("account_credit", creditCents)];
  return { lines, subtotalCents, discountCents, creditCents, totalCents: sumOf(lines) };
}

/**
 * A plan's lines: the whole month of what it began with, and for each rise a credit for the rest of the month of what was
 * paid and a debit of what is paid from then on, by the second, each rounded. A fall is felt in the next month: what was
 * paid for stays paid, and seats that come back within the month cost nothing more.
 */
function linesOf(plan: Plan, [first, ...later]: [Level, ...Level[]], span: Span): Line[] {
  const line = (kind: LineKind, { quantity, cents, at, second }: Level): Line => {
    const whole = secondsIn(span);
    const share = shareOf(quantity * cents, whole - second, whole);
    return { kind, plan, quantity, unitCents: cents, since: at, cents: kind === "credit" ? -share : share };
  };
  const lines = first.quantity > 0 ? [line("month", first)] : [];
  let paid = first;
  for (const level of later) {
    if (level.quantity <= paid.quantity && level.cents === paid.cents) continue;
    const { at, second } = level;
    const next = { ...level, quantity: Math.max(level.quantity, paid.quantity) };
    if (paid.quantity > 0) lines.push(line("credit", { ...paid, at, second }));
    if (next.quantity > 0) lines.push(line("debit", next));
    paid = next;
  }
  return lines;
}

const sumOf = (lines: readonly Line[]) => lines.reduce((sum, { cents }) => sum + cents, 0);
