import { useTranslations } from "next-intl";
import type { Elsewhere } from "@/components/items/found-elsewhere";
import type { VaultFilter } from "@/components/items/vault-filter";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";

type Props = {
  /** Where nothing is: in the whole vault, in the view that is open, or among what was found. */
  of: "vault" | "view" | "search";
  /** Whether the person may keep items of their own. */
  keepsOwn: boolean;
  /** Where a search would find something. */
  elsewhere: readonly Elsewhere[];
  onFilter: (filter: VaultFilter) => void;
};

/** Is shown instead of items. */
export function NoItems({ of, keepsOwn, elsewhere, onFilter }: Props) {
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
        <EmptyState
          illustration="lost"
          title={t("none")}
          action={
            elsewhere.length > 0 ? (
              <div className="flex flex-wrap justify-center gap-2.5">
                {elsewhere.map(({ by, count }) => (
                  <Button key={by} variant="quiet" onClick={() => onFilter({ by })}>
                    {t("moreIn", { count, view: by === "all" ? t("all") : t(`views.${by}`) })}
                  </Button>
                ))}
              </div>
            ) : null
          }
        >
          {t("noneText")}
        </EmptyState>
      )}
    </Card>
  );
}
