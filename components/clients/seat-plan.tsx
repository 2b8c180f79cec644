"use client";

import { useTranslations } from "next-intl";
import { SeatForecast } from "@/components/clients/seat-forecast";
import { useRowRefusal } from "@/components/clients/use-row-refusal";
import type { plannedSeats } from "@/lib/domain/provider/bulk-seats";
import type { ServedSeats } from "@/lib/operations/client-job/get-seats-of-clients";

type Props = { planned: ReturnType<typeof plannedSeats>; seats: ServedSeats; mayPurchase: boolean };

/** What a change of several clients' seats comes to: for each plan, what is purchased; for each client, from and to. */
export function SeatPlan({ planned, seats, mayPurchase }: Props) {
  const t = useTranslations("clients.bulk.seatsDialog");
  const refusal = useRowRefusal();
  const names = new Map<string, string>(seats.clients.map(({ id, name }) => [id, name]));
  const order = new Map<string, number>(seats.clients.map(({ id }, index) => [id, index]));
  const rows = planned.rows.toSorted((one, other) => (order.get(one.id) ?? 0) - (order.get(other.id) ?? 0));
  return (
    <div className="flex flex-col gap-3">
      {planned.plans.map(({ plan, change }) => {
        const total = seats.totals.find((one) => one.plan === plan);
        return total ? (
          <SeatForecast key={plan} total={total} change={change} mayPurchase={mayPurchase} />
        ) : null;
      })}
      <ul
        aria-label={t("clients")}
        className="max-h-64 divide-y overflow-y-auto rounded-card border"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and a keyboard has to reach it
        tabIndex={0}
      >
        {rows.map(({ id, from, to, refusal: no, values }) => (
          <li key={id} className="flex flex-wrap items-baseline gap-x-3 px-3 py-2">
            <bdi className="wrap-anywhere me-auto min-w-0">{names.get(id)}</bdi>
            {no ? (
              <span className="text-label text-warn">{refusal(no, values)}</span>
            ) : (
              <span className="text-label tabular-nums">
                {from === to ? t("same", { count: from }) : t("fromTo", { from, to })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
