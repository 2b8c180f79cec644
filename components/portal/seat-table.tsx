import { useTranslations } from "next-intl";
import type { SeatBar } from "@/components/portal/seat-bars";

/** The numbers of the chart. */
export function SeatTable({ bars }: { bars: readonly SeatBar[] }) {
  const t = useTranslations("portal.overview.seats");
  const columns = ["minimum", "assigned", "purchased", "unassigned"] as const;
  return (
    <table className="w-full tabular-nums">
      <thead className="text-label text-muted">
        <tr>
          <th className="py-1.5 text-start font-medium">{t("plan")}</th>
          {columns.map((column) => (
            <th key={column} className="py-1.5 ps-2 text-end align-bottom font-medium">
              {t(`columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {bars.map((bar) => (
          <tr key={bar.plan} className="border-t">
            <th scope="row" className="py-2 text-start font-medium">
              {bar.plan}
            </th>
            {columns.map((column) => (
              <td key={column} className="py-2 ps-2 text-end">
                {bar[column]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
