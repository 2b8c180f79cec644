import type { NorthbeamClient } from "@/db/seed/northbeam/scenario";
import { type Act, after, days, minutes, type World } from "@/db/seed/northbeam/world";
import { operatorActor } from "@/lib/domain/actor";
import { type Month, monthOf, spanOf } from "@/lib/domain/billing/month";
import { closeMonth } from "@/lib/operations/billing/close-month";
import { settleInvoice } from "@/lib/operations/billing/settle-invoice";
import { execute } from "@/lib/operations/command";

/** The month that is so many before the running one. */
function monthBefore(now: Date, count: number): Month {
  return monthOf(new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - count)));
}

/** Closes the last months, one for each invoice of the data, and settles those that are paid. */
export function actsOfBilling({ db, scenario }: World, now: Date): Act[] {
  const { invoices } = scenario;
  return invoices.flatMap(({ status }, index) => {
    const month = monthBefore(now, invoices.length - index);
    const { end } = spanOf(month);
    let numbers: string[] = [];
    const close = async () => {
      const made = await execute(db, closeMonth, operatorActor(), { month });
      numbers = made.invoices.map(({ number }) => number);
    };
    const settle = async () => {
      for (const number of numbers)
        await execute(db, settleInvoice, operatorActor(), { number, status: "paid" });
    };
    const closed = { at: after(end, minutes(6 * 60)), act: close };
    return status === "Paid" ? [closed, { at: after(end, days(10)), act: settle }] : [closed];
  });
}

type Seats = { at: Date; seats: number };

/**
 * With how many seats a client begins, and when it gets others: the invoices of the data say how many it had in each
 * month, from whose first moment on it has had them.
 */
export function seatsOf(
  { scenario: { invoices } }: Pick<World, "scenario">,
  { name, seats }: NorthbeamClient,
  now: Date,
): { first: number; changes: Seats[] } {
  const assigned = invoices.map(({ rows }) => rows.find((row) => row.Client === name)?.Assigned ?? null);
  const first = assigned.find((each) => each !== null) ?? seats;
  const changes = assigned.flatMap((each, index) => {
    const before = assigned[index - 1] ?? null;
    if (each === null || before === null || each === before) return [];
    return [{ at: spanOf(monthBefore(now, invoices.length - index)).start, seats: each }];
  });
  return { first, changes };
}
