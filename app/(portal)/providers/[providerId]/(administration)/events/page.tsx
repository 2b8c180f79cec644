import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalHeader } from "@/app/(portal)/providers/portal-header";
import { askLoggedClients, askProviderActors, askProviderEvents } from "@/app/questions";
import { type ListParams, wordsOf } from "@/components/lists/list-address";
import { ProviderEvents } from "@/components/portal/provider-events";
import { PageBody } from "@/components/shell/page-body";
import { ListProviderEvents } from "@/lib/domain/event-log";
import { load } from "@/lib/http/page";
import { listProviderEvents } from "@/lib/operations/event/list-provider-events";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("portal.events");
  return { title: t("title") };
}

export default async function EventsPage({
  params,
  searchParams,
}: PageProps<"/providers/[providerId]/events">) {
  const { providerId } = await params;
  const query: ListParams = await searchParams;
  const view = ListProviderEvents.omit({ providerId: true }).parse(wordsOf(query));
  const first = await load(listProviderEvents, { providerId, ...view });
  const t = await getTranslations("portal.events");
  return (
    <>
      <PortalHeader title={t("title")} />
      <PageBody>
        <ProviderEvents
          providerId={providerId}
          path={`/providers/${providerId}/events`}
          query={query}
          view={view}
          first={first}
          ask={askProviderEvents}
          listActors={askProviderActors}
          listClients={askLoggedClients}
        />
      </PageBody>
    </>
  );
}
