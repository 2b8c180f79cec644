import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalHeader } from "@/app/(portal)/providers/portal-header";
import { askProviderKey } from "@/app/questions";
import { JobsTable } from "@/components/jobs/jobs-table";
import { type ListParams, wordsOf } from "@/components/lists/list-address";
import { ListPages } from "@/components/lists/list-pages";
import { PageBody } from "@/components/shell/page-body";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { ListClientJobs } from "@/lib/domain/provider/client-jobs";
import { load } from "@/lib/http/page";
import { listClientJobs } from "@/lib/operations/client-job/list-client-jobs";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("clients.jobs");
  return { title: t("title") };
}

export default async function JobsPage({ params, searchParams }: PageProps<"/providers/[providerId]/jobs">) {
  const { providerId } = await params;
  const query: ListParams = await searchParams;
  const view = ListClientJobs.omit({ providerId: true }).parse(wordsOf(query));
  const { jobs, tags, next } = await load(listClientJobs, { providerId, ...view });
  const t = await getTranslations("clients.jobs");
  const path = `/providers/${providerId}/jobs`;
  const toClients = (
    <LinkButton href={`/providers/${providerId}/clients`} variant="quiet">
      {t("toClients")}
    </LinkButton>
  );

  return (
    <>
      <PortalHeader title={t("title")} actions={toClients} />
      <PageBody>
        {jobs.length > 0 ? (
          <>
            <JobsTable
              providerId={providerId}
              jobs={jobs}
              sealedTags={{ providerId, getKey: askProviderKey, tags }}
            />
            <ListPages path={path} query={query} next={next}>
              {t("count", { count: jobs.length })}
            </ListPages>
          </>
        ) : (
          <Card>
            <EmptyState illustration="clients" title={t("emptyTitle")}>
              {t("emptyText")}
            </EmptyState>
          </Card>
        )}
      </PageBody>
    </>
  );
}
