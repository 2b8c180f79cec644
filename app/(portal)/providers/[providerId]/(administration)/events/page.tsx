import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalHeader } from "@/app/(portal)/providers/portal-header";
import { askProviderEvents } from "@/app/questions";
import { ProviderEvents } from "@/components/portal/provider-events";
import { PageBody } from "@/components/shell/page-body";
import { load } from "@/lib/http/page";
import { listProviderEvents } from "@/lib/operations/event/list-provider-events";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("portal.events");
  return { title: t("title") };
}

export default async function EventsPage({ params }: PageProps<"/providers/[providerId]/events">) {
  const { providerId } = await params;
  const first = await load(listProviderEvents, { providerId });
  const t = await getTranslations("portal.events");
  return (
    <>
      <PortalHeader title={t("title")} />
      <PageBody>
        <ProviderEvents providerId={providerId} first={first} ask={askProviderEvents} />
      </PageBody>
    </>
  );
}
