"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import type { z } from "zod";
import { InviteDialog } from "@/components/organizations/invite-dialog";
import type { MemberActions } from "@/components/organizations/member-actions";
import { MembersTable } from "@/components/organizations/members-table";
import { type ListParams, listAddress, sortsOf } from "@/components/providers/list-address";
import { ListPages } from "@/components/providers/list-pages";
import { ListSearch } from "@/components/providers/list-search";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { SegmentedFilter } from "@/components/ui/segmented-filter";
import { givenRoles, type ListMembers, memberFilters, memberSorts } from "@/lib/domain/organization/inputs";
import type { ListedMembers } from "@/lib/operations/organization/list-members";

type Props = {
  organizationId: string;
  list: ListedMembers;
  /** The address of the page, and the view of the list that it asks for. */
  query: ListParams;
  view: Omit<z.output<typeof ListMembers>, "organizationId">;
  seats: { used: number; seats: number };
  /** Whether the actor counts as an owner. */
  actsAsOwner: boolean;
  /** Whether the actor is one, and answers what the provider asks. */
  isOwner: boolean;
  actions: MemberActions;
  account?: ReactNode;
};

/** The people of an organization: who is in, who is on the way, how many seats that takes. */
export function MembersPage(props: Props) {
  const { organizationId, list, query, view, seats, actsAsOwner, isOwner, actions, account } = props;
  const t = useTranslations("console");
  const [inviting, setInviting] = useState(false);
  const roles = actsAsOwner ? givenRoles : givenRoles.filter((role) => role !== "owner");

  const path = `/organizations/${organizationId}/members`;

  return (
    <>
      <PageHeader
        title={t("members")}
        views={
          <SegmentedFilter
            label={t("team.views")}
            segments={([null, ...memberFilters] as const).map((status) => ({
              label: t(`team.${status ?? "all"}`),
              href: listAddress(path, query, { status: status ?? undefined }),
              count: list.counts[status ?? "all"],
              current: status === view.status,
            }))}
          />
        }
        search={<ListSearch label={t("team.search")} />}
        actions={
          <Button icon={<Plus aria-hidden="true" />} onClick={() => setInviting(true)}>
            {t("team.invite")}
          </Button>
        }
        account={account}
      />
      <PageBody>
        {list.counts.accepted > 0 && view.status !== "accepted" ? (
          <Callout tone="warn" title={t("team.waitingTitle")}>
            {t("team.waitingText")}
          </Callout>
        ) : null}
        {isOwner && list.asked > 0 ? (
          <Callout tone="warn" title={t("team.askedTitle")}>
            {t("team.askedText", { count: list.asked })}
          </Callout>
        ) : null}
        {list.members.length > 0 ? (
          <MembersTable
            organizationId={organizationId}
            members={list.members}
            sorts={sortsOf(path, query, view, memberSorts)}
            roles={roles}
            mayAnswer={isOwner}
            actions={actions}
          />
        ) : (
          <Card>
            <EmptyState illustration="people" title={t("team.noneFound")}>
              {t("team.noneFoundText")}
            </EmptyState>
          </Card>
        )}
        <ListPages path={path} query={query} next={list.next}>
          {t(query.cursor || list.next ? "team.page" : "team.shown", { count: list.members.length })} ·{" "}
          {t("seats", seats)}
        </ListPages>
      </PageBody>
      {inviting ? (
        <InviteDialog
          organizationId={organizationId}
          roles={roles}
          actions={actions}
          onClose={() => setInviting(false)}
        />
      ) : null}
    </>
  );
}
