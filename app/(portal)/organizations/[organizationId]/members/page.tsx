import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HeaderMenu } from "@/app/account/header-menu";
import { askCollections, askOrganizationKey, askOrganizationMembersToConfirm } from "@/app/questions";
import { InviteToOrganization } from "@/components/people/invite-to-organization";
import { OrganizationMembers } from "@/components/people/organization-members";
import { type ListParams, listAddress } from "@/components/providers/list-address";
import { ListSearch } from "@/components/providers/list-search";
import { AskAnew } from "@/components/shell/ask-anew";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { Callout } from "@/components/ui/callout";
import { LinkButton } from "@/components/ui/link-button";
import { Pagination } from "@/components/ui/pagination";
import { SegmentedFilter } from "@/components/ui/segmented-filter";
import { ListMembers, memberFilters } from "@/lib/domain/organization/inputs";
import { consoleFrame } from "@/lib/http/console-frame";
import { load } from "@/lib/http/page";
import { listOrganizationMembers } from "@/lib/operations/organization/list-members";
import {
  approveMemberAction,
  changeMemberRoleAction,
  confirmMembersAction,
  inviteMembersAction,
  refuseMemberAction,
  removeMembersAction,
  resendInvitationsAction,
} from "./actions";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("members"))("title"),
});

export default async function Members({
  params,
  searchParams,
}: PageProps<"/organizations/[organizationId]/members">) {
  const { organizationId } = await params;
  const query: ListParams = await searchParams;
  const frame = await consoleFrame(organizationId);
  if (!frame.ok) return <AskAnew />;
  const { usedSeats, seats, role, mayManageOwners } = frame.result;
  const view = ListMembers.omit({ organizationId: true }).parse(query);
  const { members, counts, asked, next } = await load(listOrganizationMembers, { organizationId, ...view });
  const t = await getTranslations("members");
  const inConsole = await getTranslations("console");
  const path = `/organizations/${organizationId}/members`;
  const showing = (status: (typeof memberFilters)[number]) =>
    listAddress(path, query, { status: status === "all" ? undefined : status, after: undefined });

  return (
    <>
      <PageHeader
        title={t("title")}
        search={<ListSearch label={t("search")} />}
        actions={
          <InviteToOrganization
            organizationId={organizationId}
            mayManageOwners={mayManageOwners}
            invite={inviteMembersAction}
            getKey={askOrganizationKey}
            listCollections={askCollections}
          />
        }
        account={<HeaderMenu />}
      />
      <PageBody>
        <SegmentedFilter
          label={t("filter.label")}
          segments={memberFilters.map((status) => ({
            label: t(`filter.${status}`),
            count: counts[status],
            href: showing(status),
            current: status === view.status,
          }))}
        />
        {role === "owner" && asked > 0 ? (
          <Callout
            tone="warn"
            title={t("asked.title")}
            action={
              <LinkButton href={showing("invited")} variant="quiet" size="s">
                {t("asked.show")}
              </LinkButton>
            }
          >
            {t("asked.text", { count: asked })}
          </Callout>
        ) : null}
        <OrganizationMembers
          organizationId={organizationId}
          members={members}
          waiting={{ count: counts.accepted, href: showing("accepted") }}
          mayManageOwners={mayManageOwners}
          actions={{
            getKey: askOrganizationKey,
            resend: resendInvitationsAction,
            askMembersToConfirm: askOrganizationMembersToConfirm,
            confirm: confirmMembersAction,
            approve: approveMemberAction,
            refuse: refuseMemberAction,
            changeRole: changeMemberRoleAction,
            remove: removeMembersAction,
          }}
        />
        <Pagination nextHref={next ? listAddress(path, query, { after: next }) : undefined}>
          {t("list.shown", { count: members.length })} · {inConsole("seats", { used: usedSeats, seats })}
        </Pagination>
      </PageBody>
    </>
  );
}
