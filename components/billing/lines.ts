import { useFormatter, useTranslations } from "next-intl";
import { usePercent } from "@/components/billing/use-percent";
import type { Line } from "@/lib/domain/billing/bill";
import { planFacts } from "@/lib/domain/organization/plans";

/** Says what a line of an invoice is for. Months are of UTC, so its days are too. */
export function useLineText() {
  const t = useTranslations("billing");
  const format = useFormatter();
  const percent = usePercent();
  return ({ kind, plan, since }: Line, discountPercent: number): string =>
    t(`lines.${kind}`, {
      plan: plan ? t(`plans.${planFacts[plan].tier}`) : "",
      date: since ? format.dateTime(since, { dateStyle: "medium", timeZone: "UTC" }) : "",
      percent: percent(discountPercent),
    });
}
