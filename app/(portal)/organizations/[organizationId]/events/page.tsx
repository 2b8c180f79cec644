import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HeaderMenu } from "@/app/account/header-menu";
import { askOrganizationEvents, askOrganizationKey } from "@/app/questions";
import { OrganizationEvents } from "@/components/console/organization-events";
import { AskAnew } from "@/components/shell/ask-anew";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { consoleFrame } from "@/lib/http/console-frame";
import { load } from "@/lib/http/page";
import { listOrganizationEvents } from "@/lib/operations/event/list-organization-events";

type Props = { params: Promise<{ organizationId: string }> };

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("console"))("events"),
});

export default async function OrganizationEventsPage({ params }: Props) {
  const { organizationId } = await params;
  const frame = await consoleFrame(organizationId);
  if (!frame.ok) return <AskAnew />;
  const first = await load(listOrganizationEvents, { organizationId });
  const t = await getTranslations("console");
  return (
    <>
      <PageHeader title={t("events")} account={<HeaderMenu />} />
      <PageBody>
        <OrganizationEvents
          organizationId={organizationId}
          first={first}
          ask={askOrganizationEvents}
          getKey={askOrganizationKey}
        />
      </PageBody>
    </>
  );
}
