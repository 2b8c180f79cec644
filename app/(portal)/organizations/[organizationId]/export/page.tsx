import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { proveMasterPasswordAction } from "@/app/account/actions";
import { HeaderMenu } from "@/app/account/header-menu";
import { askItemsToExport, askOrganizationKey } from "@/app/questions";
import { OrganizationExportPage } from "@/components/exporting/export-page";
import { AskAnew } from "@/components/shell/ask-anew";
import { consoleFrame } from "@/lib/http/console-frame";
import { recordOrganizationExportAction } from "./actions";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("exporting"))("title"),
});

export default async function ExportOfOrganization({
  params,
}: PageProps<"/organizations/[organizationId]/export">) {
  const { organizationId } = await params;
  const frame = await consoleFrame(organizationId);
  if (!frame.ok) return <AskAnew />;
  if (!frame.result.may.includes("export_items")) notFound();
  return (
    <OrganizationExportPage
      organizationId={organizationId}
      ask={askItemsToExport}
      getKey={askOrganizationKey}
      actions={{ record: recordOrganizationExportAction, prove: proveMasterPasswordAction }}
      account={<HeaderMenu />}
    />
  );
}
