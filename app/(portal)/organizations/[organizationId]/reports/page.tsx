import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { HeaderMenu } from "@/app/account/header-menu";
import { askItemsToReport, askOrganizationKey } from "@/app/questions";
import { OrganizationReportsPage } from "@/components/reports/organization-reports-page";
import { AskAnew } from "@/components/shell/ask-anew";
import { environment } from "@/lib/env";
import { consoleFrame } from "@/lib/http/console-frame";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("reports"))("title"),
});

export default async function Reports({ params }: PageProps<"/organizations/[organizationId]/reports">) {
  const { organizationId } = await params;
  const frame = await consoleFrame(organizationId);
  if (!frame.ok) return <AskAnew />;
  const { name, may, visitSince } = frame.result;
  if (!may.includes("read_reports")) notFound();
  return (
    <OrganizationReportsPage
      organizationId={organizationId}
      name={name}
      isKept={visitSince !== null && !may.includes("use_items")}
      asksBreaches={environment().breachesUrl !== null}
      ask={askItemsToReport}
      getKey={askOrganizationKey}
      account={<HeaderMenu />}
    />
  );
}
