import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Subscription } from "@/components/billing/subscription";
import { useMoney } from "@/components/billing/use-money";
import { usePercent } from "@/components/billing/use-percent";
import { Table, Tbody, Td, Thead, Tr } from "@/components/ui/table";
import { Th } from "@/components/ui/table-heading";

/** What a month costs: a line for each plan, the discount and the total. */
export function PlanLines({ subscription }: { subscription: Subscription }) {
  const t = useTranslations("billing");
  const format = useFormatter();
  const money = useMoney();
  const percent = usePercent();
  const { plans, discountPercent, subtotalCents, discountCents, totalCents } = subscription;
  return (
    <>
      <Table label={t("subscription.label")} inset={0}>
        <Thead>
          <Th>{t("subscription.plan")}</Th>
          <Th numeric>{t("subscription.minimum")}</Th>
          <Th numeric>{t("subscription.purchased")}</Th>
          <Th numeric>{t("subscription.seats")}</Th>
          <Th numeric>{t("subscription.price")}</Th>
          <Th numeric>{t("subscription.monthly")}</Th>
        </Thead>
        <Tbody>
          {plans.map((line) => (
            <Tr key={line.plan}>
              <Td narrow="lead">
                <span className="font-strong">{t(`plans.${line.tier}`)}</span>
              </Td>
              {(["minimum", "purchased"] as const).map((number) => (
                <Td key={number} label={t(`subscription.${number}`)} numeric>
                  {format.number(line[number])}
                </Td>
              ))}
              <Td label={t("subscription.seats")} numeric>
                {format.number(line.billed)}
              </Td>
              <Td label={t("subscription.price")} numeric>
                {money(line.monthlyCents)}
              </Td>
              <Td label={t("subscription.monthly")} numeric>
                {money(line.costCents)}
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
      <div className="flex flex-wrap items-start gap-x-6 gap-y-2 px-0.5">
        <p className="min-w-64 flex-1 text-label text-muted">{t("subscription.note")}</p>
        <dl className="ms-auto grid grid-cols-[auto_auto] items-baseline gap-x-5 gap-y-1 tabular-nums">
          {discountPercent > 0 ? (
            <>
              <Sum label={t("subscription.subtotal")}>{money(subtotalCents)}</Sum>
              <Sum label={t("subscription.discountLine", { percent: percent(discountPercent) })}>
                {money(-discountCents)}
              </Sum>
            </>
          ) : null}
          <Sum label={t("subscription.total")}>
            <strong className="font-semibold text-section">{money(totalCents)}</strong>
          </Sum>
        </dl>
      </div>
    </>
  );
}

function Sum({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{label}</dt>
      <dd className="text-end">{children}</dd>
    </>
  );
}
