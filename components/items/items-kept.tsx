import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";

/** Stands in the place of a collection's items where the organization does not show them to its provider. */
export function ItemsKept({ organizationId, account }: { organizationId: string; account: ReactNode }) {
  const t = useTranslations("collections.item");
  return (
    <>
      <PageHeader title={t("kept")} account={account} />
      <PageBody>
        <Card>
          <EmptyState
            illustration="keys"
            title={t("kept")}
            action={
              <LinkButton href={`/organizations/${organizationId}/collections`} variant="quiet">
                {t("back")}
              </LinkButton>
            }
          >
            {t("keptText")}
          </EmptyState>
        </Card>
      </PageBody>
    </>
  );
}
