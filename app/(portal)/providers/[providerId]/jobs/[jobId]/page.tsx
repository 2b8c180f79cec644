import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { enterClientAction, leaveClientAction } from "@/app/(portal)/organizations/[organizationId]/actions";
import { makeOwnCollectionsAction } from "@/app/(portal)/organizations/[organizationId]/policies/actions";
import { PortalHeader } from "@/app/(portal)/providers/portal-header";
import {
  askBlueprint,
  askClientJob,
  askClientSeats,
  askClientState,
  askOrganizationKey,
  askOwedCollections,
  askPolicyPreview,
  askProviderKey,
} from "@/app/questions";
import { JobAsker } from "@/components/jobs/job-asker";
import { JobInHand } from "@/components/jobs/job-in-hand";
import { JobRows } from "@/components/jobs/job-rows";
import { JobSummary } from "@/components/jobs/job-summary";
import { RetryJob } from "@/components/jobs/retry-job";
import { type ListParams, listAddress, wordsOf } from "@/components/lists/list-address";
import { PageBody } from "@/components/shell/page-body";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { SegmentedFilter } from "@/components/ui/segmented-filter";
import { jobRowFilters, ViewClientJob } from "@/lib/domain/provider/client-jobs";
import { load } from "@/lib/http/page";
import { getClientJob } from "@/lib/operations/client-job/get-client-job";
import { getProviderFrame } from "@/lib/operations/provider/get-frame";
import { applyBlueprintAction, applyPolicyAction } from "../../blueprints/actions";
import { retryClientJobAction, settleClientJobAction } from "../actions";

/** What a browser that carries a job out asks and does. */
const carryOut = {
  getProviderKey: askProviderKey,
  getOrganizationKey: askOrganizationKey,
  getClient: askClientState,
  getBlueprint: askBlueprint,
  getJob: askClientJob,
  preview: askPolicyPreview,
  listOwed: askOwedCollections,
  enter: enterClientAction,
  leave: leaveClientAction,
  apply: applyBlueprintAction,
  set: applyPolicyAction,
  makeOwn: makeOwnCollectionsAction,
  settle: settleClientJobAction,
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("clients.jobs");
  return { title: t("title") };
}

export default async function JobPage({
  params,
  searchParams,
}: PageProps<"/providers/[providerId]/jobs/[jobId]">) {
  const { providerId, jobId } = await params;
  const query: ListParams = await searchParams;
  const { status } = ViewClientJob.parse(wordsOf(query));
  const job = await load(getClientJob, { providerId, jobId });
  const { may } = await load(getProviderFrame, { providerId });
  const t = await getTranslations("clients.jobs");
  const path = `/providers/${providerId}/jobs/${jobId}`;
  const settled = job.done + job.refused;
  const { work } = job;
  const isUnderWay = settled < job.clients;
  // What a browser does goes on in the name of whoever has begun it.
  const mayRetry = work.kind !== "blueprint" || (job.isOwn && !isUnderWay);
  const rows = status ? job.rows.filter(({ refusal }) => refusal !== null) : job.rows;
  const counts = { all: job.clients, refused: job.refused };
  const segments = ([null, ...jobRowFilters] as const).map((filter) => ({
    label: t(`filter.${filter ?? "all"}`),
    count: counts[filter ?? "all"],
    href: listAddress(path, query, { status: filter ?? undefined }),
    current: status === filter,
  }));

  return (
    <>
      <PortalHeader
        title={t("one")}
        actions={
          <LinkButton href={`/providers/${providerId}/clients`} variant="quiet">
            {t("toClients")}
          </LinkButton>
        }
      />
      <PageBody>
        <JobSummary job={job} sealedTags={{ providerId, getKey: askProviderKey, tags: job.tags }}>
          {job.refused > 0 && mayRetry && may.includes("administer_clients") ? (
            <RetryJob
              providerId={providerId}
              job={job}
              mayPurchase={may.includes("purchase_seats")}
              actions={{ retry: retryClientJobAction, askSeats: askClientSeats }}
            />
          ) : null}
        </JobSummary>
        {work.kind === "blueprint" && isUnderWay && job.isOwn ? (
          <JobInHand
            job={{ providerId, jobId, blueprintId: work.blueprintId }}
            settled={settled}
            clients={job.clients}
            actions={carryOut}
          />
        ) : null}
        {isUnderWay && !job.isOwn ? (
          <Callout
            title={t.rich("running.ofAnother", {
              count: job.clients - settled,
              who: () => <JobAsker {...job.askedBy} />,
            })}
          >
            {t("running.ofAnotherText")}
          </Callout>
        ) : null}
        <SegmentedFilter label={t("filter.label")} segments={segments} />
        {rows.length > 0 ? (
          <JobRows providerId={providerId} work={job.work} rows={rows} />
        ) : (
          <Card>
            <EmptyState illustration="clients" title={t("noRows")} />
          </Card>
        )}
      </PageBody>
    </>
  );
}
