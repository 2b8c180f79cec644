import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HeaderMenu } from "@/app/account/header-menu";
import { askMyVault } from "@/app/questions";
import { VaultReportsPage } from "@/components/reports/vault-reports-page";
import { userIdOf } from "@/lib/domain/actor";
import { environment } from "@/lib/env";
import { currentActor } from "@/lib/session/current-actor";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("reports"))("title"),
});

export default async function ReportsOfVault() {
  return (
    <VaultReportsPage
      asked={{ userId: userIdOf(await currentActor()) ?? "", ask: askMyVault }}
      asksBreaches={environment().breachesUrl !== null}
      account={<HeaderMenu />}
    />
  );
}
