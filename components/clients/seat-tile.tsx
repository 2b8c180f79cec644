import { useTranslations } from "next-intl";
import { tierColors, unassignedColor } from "@/components/billing/seat-colors";
import { SeatSwatch } from "@/components/billing/seat-swatch";
import { type SeatTotal, seatsOf } from "@/components/clients/clients";
import { StatTile } from "@/components/ui/stat-tile";
import { planFacts, plans } from "@/lib/domain/organization/plans";
import { purchasedSeats, unassignedSeats } from "@/lib/domain/provider/seats";

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

/** How many seats the clients have, how many are paid in any case, and how many are bought beyond these. */
export function SeatTile({ totals }: { totals: SeatTotal[] }) {
  const t = useTranslations("clients.tile");
  const assigned = plans.map((plan) => ({
    key: planFacts[plan].tier,
    count: seatsOf(totals, plan).assigned,
    color: tierColors[planFacts[plan].tier],
  }));
  const included = sum(totals.map(({ minimum }) => minimum));
  const purchased = sum(totals.map(purchasedSeats));
  const unassigned = sum(totals.map(unassignedSeats));
  const parts = [...assigned, { key: "unassigned" as const, count: unassigned, color: unassignedColor }];
  const unit = purchased
    ? t("withPurchased", { total: included + purchased, included, purchased })
    : t("included", { count: included });

  return (
    <StatTile label={t("title")} value={sum(assigned.map(({ count }) => count))} unit={unit}>
      <div aria-hidden="true" className="mt-2.5 mb-2.5 flex h-2 gap-0.5 overflow-clip rounded-full bg-sunk">
        {parts.map(({ key, count, color }) =>
          count > 0 ? (
            <span key={key} className="keeps-color" style={{ flexGrow: count, backgroundColor: color }} />
          ) : null,
        )}
      </div>
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        {parts.map(({ key, count, color }) => (
          <li key={key} className="flex items-center gap-2">
            <SeatSwatch color={color} />
            <span className="text-ink">{t(key, { count })}</span>
          </li>
        ))}
      </ul>
    </StatTile>
  );
}
