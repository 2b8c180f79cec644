import { useTranslations } from "next-intl";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";

type Props = {
  /** How many passwords are still the same. */
  open: number;
  /** How many of them are of items that the reader cannot see. */
  outOfReach: number;
};

/** Says that nothing is left of a debt, or that the list below does not show all that is. */
export function DebtLeft({ open, outOfReach }: Props) {
  const t = useTranslations("rotation.debts");
  if (open === 0)
    return (
      <Card>
        <EmptyState illustration="keys" title={t("paid")}>
          {t("paidText")}
        </EmptyState>
      </Card>
    );
  if (outOfReach === 0) return null;
  return (
    <Callout tone="warn" title={t("outOfReach", { count: outOfReach, listed: open - outOfReach })}>
      {t("outOfReachText", { count: outOfReach })}
    </Callout>
  );
}
