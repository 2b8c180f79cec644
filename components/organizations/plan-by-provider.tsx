import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { DescriptionRow } from "@/components/ui/description-row";
import { type Plan, planFacts } from "@/lib/domain/organization/plans";

type Props = { provider: string | null; plan: Plan; seats: number; used: number };

/** The subscription of a client, to read: its provider decides on it and pays, so there is no more to see. */
export function PlanByProvider({ provider, plan, seats, used }: Props) {
  const t = useTranslations("organizations.byProvider");
  const plans = useTranslations("clients.plans");
  return (
    <Card title={t("title")}>
      <dl className="grid gap-3 md:grid-cols-3">
        <DescriptionRow label={t("plan")}>{plans(planFacts[plan].tier)}</DescriptionRow>
        <DescriptionRow label={t("seats")}>{seats}</DescriptionRow>
        <DescriptionRow label={t("used")}>{used}</DescriptionRow>
      </dl>
      <p className="mt-3 text-muted">{t("text", { provider: provider ?? "" })}</p>
    </Card>
  );
}
