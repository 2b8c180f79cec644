import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { NoneFit } from "@/components/lists/none-fit";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";

type Props = {
  path: string;
  search: string | null;
  isFiltered: boolean;
  /** Whether clients are only missing because the provider is suspended, and they with it. */
  isHeldBack: boolean;
  /** What makes the first client, for those who may. */
  children: ReactNode;
};

/** Is shown instead of clients: there are none yet, or none of them fits. */
export function NoClients({ path, search, isFiltered, isHeldBack, children }: Props) {
  const t = useTranslations("clients.list");
  if (search || isFiltered)
    return (
      <NoneFit
        illustration="clients"
        path={path}
        search={search}
        isFiltered={isFiltered}
        words={(word) => t(isHeldBack && word === "noneFitText" ? "noneWhileSuspended" : word)}
      />
    );
  return (
    <Card>
      <EmptyState illustration="clients" title={t("emptyTitle")} action={children}>
        {children ? t("emptyAdmin") : t("emptyUser")}
      </EmptyState>
    </Card>
  );
}
