"use client";

import { Plus } from "lucide-react";
import { usePathname, useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { InviteDialog } from "@/components/organizations/invite-dialog";
import type { MemberActions } from "@/components/organizations/member-actions";
import { MembersTable } from "@/components/organizations/members-table";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { SearchBox } from "@/components/ui/search-box";
import { SegmentedFilter } from "@/components/ui/segmented-filter";
import { givenRoles, type MemberFilter, memberFilters } from "@/lib/domain/organization/inputs";
import type { ListedMembers } from "@/lib/operations/organization/list-members";

type Props = {
  organizationId: string;
  list: ListedMembers;
  view: { status: MemberFilter; search: string };
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
  const { organizationId, list, view, seats, actsAsOwner, isOwner, actions, account } = props;
  const t = useTranslations("console");
  const router = useRouter();
  const pathname = usePathname();
  const [inviting, setInviting] = useState(false);
  const roles = actsAsOwner ? givenRoles : givenRoles.filter((role) => role !== "owner");

  const hrefOf = (change: { status?: string; search?: string; after?: string }) => {
    const { after, ...query } = { ...view, ...change };
    const params = new URLSearchParams({
      ...(query.status !== "all" && { status: query.status }),
      ...(query.search && { search: query.search }),
      ...(after && { after }),
    });
    return params.size > 0 ? `${pathname}?${params}` : pathname;
  };

  return (
    <>
      <PageHeader
        title={t("members")}
        views={
          <SegmentedFilter
            label={t("team.views")}
            segments={memberFilters.map((status) => ({
              label: t(`team.${status}`),
              href: hrefOf({ status }),
              count: list.counts[status],
              current: status === view.status,
            }))}
          />
        }
        search={
          <SearchBox
            label={t("team.search")}
            defaultValue={view.search}
            onSearch={(search) => router.replace(hrefOf({ search }), { scroll: false })}
          />
        }
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
        <Pagination nextHref={list.next ? hrefOf({ after: list.next }) : undefined}>
          {t("team.shown", { count: list.members.length })} · {t("seats", seats)}
        </Pagination>
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
