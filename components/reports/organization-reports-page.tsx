"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
import { ItemReports } from "@/components/reports/item-reports";
import { type AskItemsToReport, organizationSource } from "@/components/reports/sources";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { AppLink } from "@/components/ui/app-link";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import type { AskOrganizationKey } from "@/components/vault/hold-key";

type Props = {
  organizationId: string;
  name: string;
  /** Whether the organization keeps its items from whoever reads this. */
  isKept: boolean;
  asksBreaches: boolean;
  ask: AskItemsToReport;
  getKey: AskOrganizationKey;
  account: ReactNode;
};

/** The reports of an organization: who reaches what, and how its logins are. */
export function OrganizationReportsPage(props: Props) {
  const { organizationId, name, isKept, asksBreaches, ask, getKey, account } = props;
  const t = useTranslations("reports");
  const source = useMemo(
    () => organizationSource({ organizationId, name, ask, getKey }),
    [organizationId, name, ask, getKey],
  );
  return (
    <>
      <PageHeader title={t("title")} account={account} />
      <PageBody>
        <Card
          title={
            <AppLink href={`/organizations/${organizationId}/reports/member-access`} className="text-link">
              {t("memberAccess")}
            </AppLink>
          }
        >
          <p className="text-muted">{t("memberAccessText")}</p>
        </Card>
        {isKept ? <Callout title={t("kept")} /> : <ItemReports source={source} asksBreaches={asksBreaches} />}
      </PageBody>
    </>
  );
}
