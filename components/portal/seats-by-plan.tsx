"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { SeatSwatch } from "@/components/billing/seat-swatch";
import { barsOf, type SeatBar, seatParts } from "@/components/portal/seat-bars";
import { SeatTable } from "@/components/portal/seat-table";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";
import type { Plan } from "@/lib/domain/organization/plans";
import type { PlanSeats } from "@/lib/domain/provider/seats";

/** The chart's code comes after the page: the numbers do not wait for it. */
const SeatChart = dynamic(() => import("@/components/portal/seat-chart").then((file) => file.SeatChart), {
  ssr: false,
  loading: () => <Skeleton height="120px" />,
});

type Props = { seats: readonly (PlanSeats & { plan: Plan })[] };

/** Seats of each plan as bars, and as a table for whoever would rather read numbers. */
export function SeatsByPlan({ seats }: Props) {
  const t = useTranslations("portal.overview.seats");
  const [asTable, setAsTable] = useState(false);
  const bars = barsOf(seats, (tier) => t(`plans.${tier}`));
  const told = ({ plan, inUse, purchased, unassigned }: SeatBar) =>
    t("bar", { plan, inUse, purchased, unassigned });

  return (
    <Card
      title={t("title")}
      action={
        <Button variant="link" size="s" onClick={() => setAsTable(!asTable)}>
          {t(asTable ? "asChart" : "asTable")}
        </Button>
      }
    >
      {asTable ? (
        <SeatTable bars={bars} />
      ) : (
        <>
          <div role="img" aria-label={bars.map(told).join(" ")} className="h-30">
            <SeatChart bars={bars} />
          </div>
          <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-label text-muted">
            {seatParts.map(({ key, colorOf }) => (
              <li key={key} className="flex items-center gap-2">
                <span className="flex gap-0.5">
                  {[...new Set(bars.map(colorOf))].map((color) => (
                    <SeatSwatch key={color} color={color} />
                  ))}
                </span>
                {t(`parts.${key}`)} {bars.reduce((sum, bar) => sum + bar[key], 0)}
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}
