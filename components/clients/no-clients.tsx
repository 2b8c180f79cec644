import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { listAddress } from "@/components/lists/list-address";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";

type Props = {
  path: string;
  search: string | null;
  isFiltered: boolean;
  /** What makes the first client, for those who may. */
  children: ReactNode;
};

/** Is shown instead of clients: there are none yet, or none of them fits. */
export function NoClients({ path, search, isFiltered, children }: Props) {
  const t = useTranslations("clients.list");
  if (!search && !isFiltered)
    return (
      <Card>
        <EmptyState illustration="clients" title={t("emptyTitle")} action={children}>
          {children ? t("emptyAdmin") : t("emptyUser")}
        </EmptyState>
      </Card>
    );
  const fits = !search ? "noneFit" : isFiltered ? "noneOfThese" : "nothing";
  const searchesAll = fits === "noneOfThese";
  return (
    <Card>
      <EmptyState
        illustration="clients"
        title={t(`${fits}Title`)}
        action={
          <LinkButton
            href={listAddress(path, searchesAll ? { search: search ?? "" } : {}, {})}
            variant="quiet"
          >
            {t(searchesAll ? "searchAll" : "showAll")}
          </LinkButton>
        }
      >
        {t(`${fits}Text`)}
      </EmptyState>
    </Card>
  );
}
