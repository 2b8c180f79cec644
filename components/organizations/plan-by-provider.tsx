import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { DescriptionRow } from "@/components/ui/description-row";
import { LinkButton } from "@/components/ui/link-button";
import { type Plan, planFacts } from "@/lib/domain/organization/plans";

type Props = {
  provider: string | null;
  plan: Plan;
  seats: number;
  used: number;
  /** Where the seats are changed, for a visitor of the provider; null for the organization's own people. */
  changedAt: string | null;
};

/** The subscription of a client, to read. Its own people ask the provider for more; a visitor is led to where it is given. */
export function PlanByProvider({ provider, plan, seats, used, changedAt }: Props) {
  const t = useTranslations("organizations.byProvider");
  const plans = useTranslations("clients.plans");
  return (
    <Card
      title={t("title")}
      action={
        changedAt ? (
          <LinkButton href={changedAt} variant="quiet" size="s">
            {t("change")}
          </LinkButton>
        ) : null
      }
    >
      <dl className="grid gap-3 md:grid-cols-3">
        <DescriptionRow label={t("plan")}>{plans(planFacts[plan].tier)}</DescriptionRow>
        <DescriptionRow label={t("seats")}>{seats}</DescriptionRow>
        <DescriptionRow label={t("used")}>{used}</DescriptionRow>
      </dl>
      <p className="mt-3 text-muted">
        {changedAt ? t("forProvider") : t("text", { provider: provider ?? "" })}
      </p>
    </Card>
  );
}
