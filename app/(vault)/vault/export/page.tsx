import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { proveMasterPasswordAction } from "@/app/account/actions";
import { HeaderMenu } from "@/app/account/header-menu";
import { OwnExportPage } from "@/components/exporting/export-page";
import { load } from "@/lib/http/page";
import { getMyVault } from "@/lib/operations/item/get-my-vault";
import { getMyPolicies } from "@/lib/operations/policy/get-my-policies";
import { recordOwnExportAction } from "../actions";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("exporting"))("title"),
});

export default async function ExportOfVault() {
  const { items, folders } = await load(getMyVault, {});
  return (
    <OwnExportPage
      sealed={{ items: items.filter(({ organizationId }) => organizationId === null), folders }}
      policies={await load(getMyPolicies, {})}
      actions={{ record: recordOwnExportAction, prove: proveMasterPasswordAction }}
      account={<HeaderMenu />}
    />
  );
}
