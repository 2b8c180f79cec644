import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HeaderMenu } from "@/app/account/header-menu";
import { askOrganizationActors, askOrganizationEvents, askOrganizationKey } from "@/app/questions";
import { OrganizationEvents } from "@/components/console/organization-events";
import { type ListParams, wordsOf } from "@/components/lists/list-address";
import { AskAnew } from "@/components/shell/ask-anew";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { ListOrganizationEvents } from "@/lib/domain/event-log";
import { consoleFrame } from "@/lib/http/console-frame";
import { load } from "@/lib/http/page";
import { listOrganizationEvents } from "@/lib/operations/event/list-organization-events";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("console"))("events"),
});

export default async function OrganizationEventsPage({
  params,
  searchParams,
}: PageProps<"/organizations/[organizationId]/events">) {
  const { organizationId } = await params;
  const query: ListParams = await searchParams;
  const frame = await consoleFrame(organizationId);
  if (!frame.ok) return <AskAnew />;
  const view = ListOrganizationEvents.omit({ organizationId: true }).parse(wordsOf(query));
  const first = await load(listOrganizationEvents, { organizationId, ...view });
  const t = await getTranslations("console");
  return (
    <>
      <PageHeader title={t("events")} account={<HeaderMenu />} />
      <PageBody>
        <OrganizationEvents
          organizationId={organizationId}
          path={`/organizations/${organizationId}/events`}
          query={query}
          view={view}
          first={first}
          ask={askOrganizationEvents}
          listActors={askOrganizationActors}
          getKey={askOrganizationKey}
        />
      </PageBody>
    </>
  );
}
