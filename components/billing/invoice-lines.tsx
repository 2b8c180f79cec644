import { useFormatter, useTranslations } from "next-intl";
import { useLineText } from "@/components/billing/lines";
import { useMoney } from "@/components/billing/use-money";
import type { Line } from "@/lib/domain/billing/bill";

type Props = { lines: Line[]; discountPercent: number; total: number };

/** The lines of an invoice, each with how it comes to its amount, and what they sum to. */
export function InvoiceLines({ lines, discountPercent, total }: Props) {
  const t = useTranslations("billing.lines");
  const format = useFormatter();
  const money = useMoney();
  const textOf = useLineText();
  if (lines.length === 0) return <p className="text-muted">{t("empty")}</p>;
  return (
    <table aria-label={t("label")} className="w-full border-collapse">
      <thead className="sr-only">
        <tr>
          <th scope="col">{t("line")}</th>
          <th scope="col">{t("amount")}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line, place) => (
          // Lines are written once and keep their places.
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other name than its place
          <tr key={place} className="border-b align-baseline">
            <td className="py-2 pe-4">
              {textOf(line, discountPercent)}
              {line.quantity !== null && line.unitCents !== null ? (
                <span className="ms-2 whitespace-nowrap text-label text-muted tabular-nums">
                  {format.number(line.quantity)} × {money(line.unitCents)}
                </span>
              ) : null}
            </td>
            <td className="whitespace-nowrap py-2 text-end tabular-nums">{money(line.cents)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" className="pt-2.5 text-start font-strong">
            {t("total")}
          </th>
          <td className="pt-2.5 text-end font-semibold tabular-nums">{money(total)}</td>
        </tr>
      </tfoot>
    </table>
  );
}
