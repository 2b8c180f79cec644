"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
import type { AskedVault } from "@/components/items/my-vault";
import { ItemReports } from "@/components/reports/item-reports";
import { vaultSource } from "@/components/reports/sources";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";

type Props = { asked: AskedVault; asksBreaches: boolean; account: ReactNode };

/** Reports over everything in a person's own vault. */
export function VaultReportsPage({ asked, asksBreaches, account }: Props) {
  const t = useTranslations("reports");
  const vault = useTranslations("vault");
  const me = vault("me");
  const source = useMemo(() => vaultSource(asked, me), [asked, me]);
  return (
    <>
      <PageHeader title={t("title")} account={account} />
      <PageBody>
        <ItemReports source={source} asksBreaches={asksBreaches} />
      </PageBody>
    </>
  );
}
