import { useFormatter, useTranslations } from "next-intl";
import { useMoney } from "@/components/billing/use-money";
import { Badge } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button-style";
import { DateTime } from "@/components/ui/date-time";
import { Table, Tbody, Td, Thead, Tr } from "@/components/ui/table";
import { Th } from "@/components/ui/table-heading";
import { spanOf } from "@/lib/domain/billing/month";
import type { listInvoices } from "@/lib/operations/billing/list-invoices";

type Row = Awaited<ReturnType<(typeof listInvoices)["read"]>>["invoices"][number];

/** `path` is the page's own address; the files of an invoice are below it. */
type Props = { path: string; invoices: Row[] };

const tones = { open: "info", overdue: "bad", paid: "ok", void: "neutral", uncollectible: "warn" } as const;

/** A provider's invoices, each with its files. */
export function InvoiceTable({ path, invoices }: Props) {
  const t = useTranslations("billing.history");
  const format = useFormatter();
  const money = useMoney();
  return (
    <Table label={t("label")} inset={0}>
      <Thead>
        <Th>{t("invoice")}</Th>
        <Th>{t("month")}</Th>
        <Th>{t("date")}</Th>
        <Th numeric>{t("total")}</Th>
        <Th>{t("status")}</Th>
        <Th>{t("files")}</Th>
      </Thead>
      <Tbody>
        {invoices.map(({ id, number, month, issuedAt, dueAt, totalCents, status }) => (
          <Tr key={id}>
            <Td narrow="lead">
              <span className="font-strong tabular-nums">{number}</span>
            </Td>
            <Td>
              {format.dateTime(spanOf(month).start, { month: "long", year: "numeric", timeZone: "UTC" })}
            </Td>
            <Td>
              <DateTime value={issuedAt} show="date" />
            </Td>
            <Td numeric>{money(totalCents)}</Td>
            <Td narrow="end">
              <Badge tone={tones[status]}>{t(`statuses.${status}`)}</Badge>
              {status === "open" || status === "overdue" ? (
                <p className="mt-1 text-label text-muted">
                  {t.rich(status === "open" ? "due" : "late", {
                    date: () => <DateTime value={dueAt} show="date" />,
                  })}
                </p>
              ) : null}
            </Td>
            <Td>
              <span className="flex gap-2 rows:pt-1.5">
                {(["pdf", "csv"] as const).map((file) => (
                  <a
                    key={file}
                    href={`${path}/${id}/${file}`}
                    download
                    aria-label={t(`${file}Of`, { number })}
                    className={buttonClass("quiet", "s")}
                  >
                    {t(file)}
                  </a>
                ))}
              </span>
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
