import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HeaderMenu } from "@/app/account/header-menu";
import { type ListParams, wordsOf } from "@/components/lists/list-address";
import { ListPages } from "@/components/lists/list-pages";
import { DebtsTable } from "@/components/rotation/debts-table";
import { AskAnew } from "@/components/shell/ask-anew";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { consoleFrame } from "@/lib/http/console-frame";
import { load } from "@/lib/http/page";
import { listRotationDebts } from "@/lib/operations/rotation/list-debts";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("rotation"))("debts.title"),
});

export default async function Exposed({
  params,
  searchParams,
}: PageProps<"/organizations/[organizationId]/exposed">) {
  const { organizationId } = await params;
  const frame = await consoleFrame(organizationId);
  if (!frame.ok) return <AskAnew />;
  const query: ListParams = await searchParams;
  const { debts, next } = await load(listRotationDebts, { organizationId, cursor: wordsOf(query).cursor });
  const t = await getTranslations("rotation");
  return (
    <>
      <PageHeader
        title={t("debts.title")}
        actions={
          frame.result.may.includes("rotate_key") ? (
            <LinkButton href={`/organizations/${organizationId}/settings`} variant="quiet">
              {t("debts.toKey")}
            </LinkButton>
          ) : null
        }
        account={<HeaderMenu />}
      />
      <PageBody>
        <p className="max-w-180 text-muted">{t("debts.text")}</p>
        {debts.length === 0 ? (
          <Card>
            <EmptyState illustration="keys" title={t("debts.empty")}>
              {t("debts.emptyText")}
            </EmptyState>
          </Card>
        ) : (
          <>
            <DebtsTable organizationId={organizationId} label={t("debts.title")} debts={debts} />
            <ListPages path={`/organizations/${organizationId}/exposed`} query={query} next={next}>
              {t("debts.people", { count: debts.length })}
            </ListPages>
          </>
        )}
      </PageBody>
    </>
  );
}
