import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HeaderMenu } from "@/app/account/header-menu";
import { VisitsTable } from "@/components/console/visits-table";
import { type ListParams, wordsOf } from "@/components/lists/list-address";
import { ListPages } from "@/components/lists/list-pages";
import { AskAnew } from "@/components/shell/ask-anew";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { consoleFrame } from "@/lib/http/console-frame";
import { load } from "@/lib/http/page";
import { listVisits } from "@/lib/operations/organization/list-visits";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("console"))("visits"),
});

export default async function Visits({
  params,
  searchParams,
}: PageProps<"/organizations/[organizationId]/visits">) {
  const { organizationId } = await params;
  const frame = await consoleFrame(organizationId);
  if (!frame.ok) return <AskAnew />;
  const query: ListParams = await searchParams;
  const { visits, next } = await load(listVisits, { organizationId, cursor: wordsOf(query).cursor });
  const inConsole = await getTranslations("console");
  const t = await getTranslations("console.visitsPage");
  const home = `/organizations/${organizationId}`;
  return (
    <>
      <PageHeader
        title={inConsole("visits")}
        actions={
          <LinkButton href={`${home}/events`} variant="quiet">
            {t("log")}
          </LinkButton>
        }
        account={<HeaderMenu />}
      />
      <PageBody>
        {frame.result.provider ? (
          <p className="text-muted">{t("text", { provider: frame.result.provider.name })}</p>
        ) : null}
        {visits.length === 0 ? (
          <Card>
            <EmptyState illustration="log" title={t("empty")}>
              {t("emptyText")}
            </EmptyState>
          </Card>
        ) : (
          <>
            <VisitsTable
              label={inConsole("visits")}
              log={frame.result.may.includes("read_events") ? `${home}/events` : null}
              visits={visits}
            />
            <ListPages path={`${home}/visits`} query={query} next={next}>
              {t("page", { count: visits.length })}
            </ListPages>
          </>
        )}
      </PageBody>
    </>
  );
}
