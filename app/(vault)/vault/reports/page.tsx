import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HeaderMenu } from "@/app/account/header-menu";
import { VaultReportsPage } from "@/components/reports/vault-reports-page";
import { userIdOf } from "@/lib/domain/actor";
import { environment } from "@/lib/env";
import { load } from "@/lib/http/page";
import { getMyVault } from "@/lib/operations/item/get-my-vault";
import { currentActor } from "@/lib/session/current-actor";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("reports"))("title"),
});

export default async function ReportsOfVault() {
  const { owed: _, ...contents } = await load(getMyVault, {});
  return (
    <VaultReportsPage
      sealed={{ ...contents, userId: userIdOf(await currentActor()) ?? "" }}
      asksBreaches={environment().breachesUrl !== null}
      account={<HeaderMenu />}
    />
  );
}
