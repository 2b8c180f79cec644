import { useFormatter, useTranslations } from "next-intl";
import { Table, Tbody, Td, Thead, Tr } from "@/components/ui/table";
import { Th } from "@/components/ui/table-heading";
import type { Plan } from "@/lib/domain/organization/plans";

type PlanLine = {
  plan: Plan;
  tier: "teams" | "enterprise";
  minimum: number;
  assigned: number;
  purchased: number;
  unassigned: number;
  monthlyPrice: number;
  monthlyCost: number;
};

type Props = { subscription: { plans: PlanLine[]; monthlyCost: number } };

export function SubscriptionTable({ subscription }: Props) {
  const t = useTranslations("portal");
  const format = useFormatter();
  const money = (amount: number) => format.number(amount, { style: "currency", currency: "USD" });
  const numbers = ["minimum", "assigned", "purchased", "unassigned"] as const;
  return (
    <>
      <Table label={t("subscription.label")} inset={0} needs="l">
        <Thead>
          <Th>{t("subscription.plan")}</Th>
          {numbers.map((number) => (
            <Th key={number} numeric>
              {t(`subscription.${number}`)}
            </Th>
          ))}
          <Th numeric>{t("subscription.price")}</Th>
          <Th numeric>{t("subscription.monthly")}</Th>
        </Thead>
        <Tbody>
          {subscription.plans.map((line) => (
            <Tr key={line.plan}>
              <Td narrow="lead">
                <span className="font-strong">{t(`plans.${line.tier}`)}</span>
              </Td>
              {numbers.map((number) => (
                <Td key={number} label={t(`subscription.${number}`)} numeric>
                  {format.number(line[number])}
                </Td>
              ))}
              <Td label={t("subscription.price")} numeric>
                {money(line.monthlyPrice)}
              </Td>
              <Td label={t("subscription.monthly")} numeric>
                {money(line.monthlyCost)}
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
      <p className="flex flex-wrap items-baseline gap-x-4 px-0.5">
        <span className="min-w-64 flex-1 text-label text-muted">{t("subscription.note")}</span>
        <span className="text-muted">{t("subscription.total")}</span>
        <strong className="font-semibold text-section tabular-nums">{money(subscription.monthlyCost)}</strong>
      </p>
    </>
  );
}
