import { useTranslations } from "next-intl";
import { type SeatTotal, seatsOf } from "@/components/clients/clients";
import { StatTile } from "@/components/ui/stat-tile";
import { purchasedSeats, unassignedSeats } from "@/lib/domain/provider/seats";

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

/** How many seats the clients have, how many are paid in any case, and how many are bought beyond these. */
export function SeatTile({ totals }: { totals: SeatTotal[] }) {
  const t = useTranslations("clients.tile");
  const teams = seatsOf(totals, "teams_monthly").assigned;
  const enterprise = seatsOf(totals, "enterprise_monthly").assigned;
  const included = sum(totals.map(({ minimum }) => minimum));
  const purchased = sum(totals.map(purchasedSeats));
  const unassigned = sum(totals.map(unassignedSeats));
  const parts = [
    { key: "teams", count: teams, color: "bg-brass" },
    { key: "enterprise", count: enterprise, color: "bg-primary" },
    { key: "unassigned", count: unassigned, color: "bg-line-strong" },
  ] as const;
  const unit = purchased
    ? t("withPurchased", { total: included + purchased, included, purchased })
    : t("included", { count: included });

  return (
    <StatTile label={t("title")} value={teams + enterprise} unit={unit}>
      <div
        role="img"
        aria-label={t("bar", { teams, enterprise, unassigned })}
        className="mt-2.5 mb-2.5 flex h-2 gap-0.5 overflow-clip rounded-full bg-sunk"
      >
        {parts.map(({ key, count, color }) =>
          count > 0 ? <span key={key} className={color} style={{ flexGrow: count }} /> : null,
        )}
      </div>
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        {parts.map(({ key, count, color }) => (
          <li key={key} className="flex items-center gap-2">
            <span aria-hidden="true" className={`size-2 rounded-[2.5px] ${color}`} />
            <span className="text-ink">{t(key, { count })}</span>
          </li>
        ))}
      </ul>
    </StatTile>
  );
}
