import { useTranslations } from "next-intl";
import type { SeatBar } from "@/components/portal/seat-bars";

const numbers = ["minimum", "assigned", "purchased", "unassigned"] as const;

/** The numbers of the chart, with a column for each plan: there are few plans, and phones are narrow. */
export function SeatTable({ bars }: { bars: readonly SeatBar[] }) {
  const t = useTranslations("portal.overview.seats");
  return (
    <table className="w-full tabular-nums">
      <thead className="text-label text-muted">
        <tr>
          <th className="py-1.5 text-start font-medium">{t("plan")}</th>
          {bars.map(({ plan }) => (
            <th key={plan} className="py-1.5 ps-2 text-end font-medium">
              {plan}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {numbers.map((number) => (
          <tr key={number} className="border-t">
            <th scope="row" className="py-2 text-start font-medium">
              {t(`columns.${number}`)}
            </th>
            {bars.map((bar) => (
              <td key={bar.plan} className="py-2 ps-2 text-end">
                {bar[number]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
