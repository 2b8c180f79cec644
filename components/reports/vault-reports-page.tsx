"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
import type { VaultContents } from "@/components/items/open-vault";
import { ItemReports } from "@/components/reports/item-reports";
import { vaultSource } from "@/components/reports/sources";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";

type Props = { sealed: VaultContents; asksBreaches: boolean; account: ReactNode };

/** Reports over everything in a person's own vault. */
export function VaultReportsPage({ sealed, asksBreaches, account }: Props) {
  const t = useTranslations("reports");
  const vault = useTranslations("vault");
  const me = vault("me");
  const source = useMemo(() => vaultSource(sealed, me), [sealed, me]);
  return (
    <>
      <PageHeader title={t("title")} account={account} />
      <PageBody>
        <ItemReports source={source} asksBreaches={asksBreaches} />
      </PageBody>
    </>
  );
}
