import { Grid3x3 } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HeaderMenu } from "@/app/account/header-menu";
import {
  askAssignableMembers,
  askCollections,
  askGroup,
  askGroupMembers,
  askOrganizationKey,
} from "@/app/questions";
import { GroupsTable } from "@/components/groups/groups-table";
import { NewGroupButton } from "@/components/groups/new-group-button";
import { type ListParams, sortsOf, wordsOf } from "@/components/lists/list-address";
import { ListPages } from "@/components/lists/list-pages";
import { ListSearch } from "@/components/lists/list-search";
import { AskAnew } from "@/components/shell/ask-anew";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { groupSorts, ListGroups } from "@/lib/domain/group/inputs";
import { consoleFrame } from "@/lib/http/console-frame";
import { load } from "@/lib/http/page";
import { listGroups } from "@/lib/operations/group/list-groups";
import {
  changeGroupAccessAction,
  changeGroupMembersAction,
  createGroupAction,
  deleteGroupsAction,
  renameGroupAction,
} from "./actions";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("groups"))("title"),
});

export default async function Groups({
  params,
  searchParams,
}: PageProps<"/organizations/[organizationId]/groups">) {
  const { organizationId } = await params;
  const frame = await consoleFrame(organizationId);
  if (!frame.ok) return <AskAnew />;
  const query: ListParams = await searchParams;
  const view = ListGroups.omit({ organizationId: true }).parse(wordsOf(query));
  const { groups, next } = await load(listGroups, { organizationId, ...view });
  const t = await getTranslations("groups");
  const path = `/organizations/${organizationId}/groups`;
  const isFirst = groups.length === 0 && !view.search && !query.cursor;
  const actions = {
    getKey: askOrganizationKey,
    create: createGroupAction,
    rename: renameGroupAction,
    changeMembers: changeGroupMembersAction,
    changeAccess: changeGroupAccessAction,
    remove: deleteGroupsAction,
    getGroup: askGroup,
    listGroupMembers: askGroupMembers,
    listMembers: askAssignableMembers,
    listCollections: askCollections,
  };

  return (
    <>
      <PageHeader
        title={t("title")}
        search={isFirst ? null : <ListSearch label={t("search")} />}
        actions={
          <>
            {isFirst ? null : (
              <LinkButton href={`${path}/matrix`} variant="quiet" icon={<Grid3x3 aria-hidden="true" />}>
                {t("matrixLink")}
              </LinkButton>
            )}
            <NewGroupButton organizationId={organizationId} actions={actions} />
          </>
        }
        account={<HeaderMenu />}
      />
      <PageBody>
        {groups.length === 0 ? (
          <Card>
            <EmptyState illustration="people" title={t(isFirst ? "empty" : "none")}>
              {t(isFirst ? "emptyText" : "noneText")}
            </EmptyState>
          </Card>
        ) : (
          <>
            <GroupsTable
              organizationId={organizationId}
              groups={groups}
              sort={sortsOf(path, query, view, groupSorts).name}
              actions={actions}
            />
            <ListPages path={path} query={query} next={next}>
              {t(query.cursor || next ? "page" : "shown", { count: groups.length })}
            </ListPages>
          </>
        )}
      </PageBody>
    </>
  );
}
