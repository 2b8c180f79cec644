import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { proveMasterPasswordAction } from "@/app/account/actions";
import { HeaderMenu } from "@/app/account/header-menu";
import { askOrganizationKey } from "@/app/questions";
import { type ListParams, wordsOf } from "@/components/lists/list-address";
import { ListPages } from "@/components/lists/list-pages";
import { ListSearch } from "@/components/lists/list-search";
import { EnrolledTable } from "@/components/recovery/enrolled-table";
import { RecoveryWaitForm } from "@/components/recovery/recovery-wait-form";
import { AskAnew } from "@/components/shell/ask-anew";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { ListEnrolled } from "@/lib/domain/recovery/inputs";
import { consoleFrame } from "@/lib/http/console-frame";
import { loadUnless } from "@/lib/http/page";
import { listEnrolled } from "@/lib/operations/recovery/list-enrolled";
import {
  approveRecoveryAction,
  askRecoveryAction,
  openRecoveryAction,
  recoverMemberAction,
  setRecoveryWaitAction,
  takeBackRecoveryAction,
} from "./actions";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("recovery"))("title"),
});

export default async function Recovery({
  params,
  searchParams,
}: PageProps<"/organizations/[organizationId]/recovery">) {
  const { organizationId } = await params;
  const frame = await consoleFrame(organizationId);
  if (!frame.ok) return <AskAnew />;
  const query: ListParams = await searchParams;
  const view = ListEnrolled.omit({ organizationId: true }).parse(wordsOf(query));
  const list = await loadUnless("recovery_not_offered", listEnrolled, { organizationId, ...view });
  const isSearched = view.search !== "";
  const hasMembers = list !== null && (isSearched || list.members.length > 0);
  const t = await getTranslations("recovery");
  const nothing = list ? (isSearched ? "noMatch" : "empty") : "off";
  const path = `/organizations/${organizationId}/recovery`;
  return (
    <>
      <PageHeader
        title={t("title")}
        search={hasMembers ? <ListSearch label={t("search")} /> : null}
        account={<HeaderMenu />}
      />
      <PageBody>
        <p className="max-w-180 text-muted">{t("text")}</p>
        {list && frame.result.may.includes("answer_provider") ? (
          <RecoveryWaitForm
            organizationId={organizationId}
            hours={list.waitHours}
            save={setRecoveryWaitAction}
          />
        ) : null}
        {list && list.members.length > 0 ? (
          <>
            <EnrolledTable
              organizationId={organizationId}
              members={list.members}
              actions={{
                prove: proveMasterPasswordAction,
                getKey: askOrganizationKey,
                open: openRecoveryAction,
                recover: recoverMemberAction,
                ask: askRecoveryAction,
                approve: approveRecoveryAction,
                takeBack: takeBackRecoveryAction,
              }}
            />
            <ListPages path={path} query={query} next={list.next}>
              {t("shown", {
                count: list.members.length,
                without: list.members.filter(({ isEnrolled }) => !isEnrolled).length,
              })}
            </ListPages>
          </>
        ) : (
          <Card>
            <EmptyState
              illustration="people"
              title={t(nothing)}
              action={
                !list && frame.result.may.includes("manage_policies") ? (
                  <LinkButton href={`/organizations/${organizationId}/policies`}>{t("offAct")}</LinkButton>
                ) : null
              }
            >
              {t(`${nothing}Text`)}
            </EmptyState>
          </Card>
        )}
      </PageBody>
    </>
  );
}
