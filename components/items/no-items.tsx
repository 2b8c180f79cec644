import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";

type Props = {
  /** Where nothing is: in the whole vault, in the view that is open, or among what was found. */
  of: "vault" | "view" | "search";
  /** Whether the person may keep items of their own. */
  keepsOwn: boolean;
};

/** Is shown instead of items. */
export function NoItems({ of, keepsOwn }: Props) {
  const t = useTranslations("vault");
  return (
    <Card>
      {of === "vault" ? (
        <EmptyState illustration="keys" title={t("empty")}>
          {t("emptyText", { own: keepsOwn ? "yes" : "no" })}
        </EmptyState>
      ) : of === "view" ? (
        <EmptyState illustration="keys" title={t("noneHere")}>
          {t("noneHereText")}
        </EmptyState>
      ) : (
        <EmptyState illustration="lost" title={t("none")}>
          {t("noneText")}
        </EmptyState>
      )}
    </Card>
  );
}
