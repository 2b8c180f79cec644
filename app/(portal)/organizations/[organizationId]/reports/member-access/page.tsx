import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HeaderMenu } from "@/app/account/header-menu";
import { askMemberAccessReport, askMemberCollections, askOrganizationKey } from "@/app/questions";
import { type ListParams, sortsOf, wordsOf } from "@/components/lists/list-address";
import { ListPages } from "@/components/lists/list-pages";
import { ListSearch } from "@/components/lists/list-search";
import { MemberAccessExport } from "@/components/people/member-access-export";
import { MemberAccessReport } from "@/components/people/member-access-report";
import { AskAnew } from "@/components/shell/ask-anew";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { ReportMemberAccess } from "@/lib/domain/organization/inputs";
import { consoleFrame } from "@/lib/http/console-frame";
import { load } from "@/lib/http/page";
import { reportMemberAccess } from "@/lib/operations/organization/report-member-access";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("members.report"))("title"),
});

export default async function MemberAccess({
  params,
  searchParams,
}: PageProps<"/organizations/[organizationId]/reports/member-access">) {
  const { organizationId } = await params;
  const query: ListParams = await searchParams;
  const frame = await consoleFrame(organizationId);
  if (!frame.ok) return <AskAnew />;
  const view = ReportMemberAccess.omit({ organizationId: true }).parse(wordsOf(query));
  const { members, next } = await load(reportMemberAccess, { organizationId, ...view });
  const t = await getTranslations("members");
  const path = `/organizations/${organizationId}/reports/member-access`;
  return (
    <>
      <PageHeader
        title={t("report.title")}
        search={<ListSearch label={t("search")} />}
        actions={
          <MemberAccessExport
            organizationId={organizationId}
            search={view.search}
            ask={askMemberAccessReport}
            askCollections={askMemberCollections}
            getKey={askOrganizationKey}
          />
        }
        account={<HeaderMenu />}
      />
      <PageBody>
        <p className="text-muted">{t("report.text")}</p>
        {members.length === 0 ? (
          <Card>
            <EmptyState illustration="people" title={t("list.emptyTitle")}>
              {t("report.emptyText")}
            </EmptyState>
          </Card>
        ) : (
          <MemberAccessReport
            organizationId={organizationId}
            members={members}
            sort={sortsOf(path, query, view, ["name"]).name}
            askCollections={askMemberCollections}
            getKey={askOrganizationKey}
          />
        )}
        <ListPages path={path} query={query} next={next}>
          {t(query.cursor || next ? "list.page" : "list.shown", { count: members.length })}
        </ListPages>
      </PageBody>
    </>
  );
}
