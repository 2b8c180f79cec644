import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { proveMasterPasswordAction } from "@/app/account/actions";
import { HeaderMenu } from "@/app/account/header-menu";
import { askMyVault } from "@/app/questions";
import { OwnExportPage } from "@/components/exporting/export-page";
import { userIdOf } from "@/lib/domain/actor";
import { load } from "@/lib/http/page";
import { getMyPolicies } from "@/lib/operations/policy/get-my-policies";
import { currentActor } from "@/lib/session/current-actor";
import { recordOwnExportAction } from "../actions";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("exporting"))("title"),
});

export default async function ExportOfVault() {
  return (
    <OwnExportPage
      asked={{ userId: userIdOf(await currentActor()) ?? "", ask: askMyVault }}
      policies={await load(getMyPolicies, {})}
      actions={{ record: recordOwnExportAction, prove: proveMasterPasswordAction }}
      account={<HeaderMenu />}
    />
  );
}
