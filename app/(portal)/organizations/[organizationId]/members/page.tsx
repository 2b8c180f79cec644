import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HeaderMenu } from "@/app/account/header-menu";
import {
  askCollections,
  askGroups,
  askOrganizationKey,
  askOrganizationMember,
  askOrganizationMembersToConfirm,
} from "@/app/questions";
import { type ListParams, listAddress, sortsOf, wordsOf } from "@/components/lists/list-address";
import { ListPages } from "@/components/lists/list-pages";
import { ListSearch } from "@/components/lists/list-search";
import { InviteToOrganization } from "@/components/people/invite-to-organization";
import { OrganizationMembers } from "@/components/people/organization-members";
import { RotationDue } from "@/components/rotation/rotation-due";
import { AskAnew } from "@/components/shell/ask-anew";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { Callout } from "@/components/ui/callout";
import { LinkButton } from "@/components/ui/link-button";
import { SegmentedFilter } from "@/components/ui/segmented-filter";
import { ListMembers, memberFilters, memberSorts } from "@/lib/domain/organization/inputs";
import { consoleFrame } from "@/lib/http/console-frame";
import { load } from "@/lib/http/page";
import { listOrganizationMembers } from "@/lib/operations/organization/list-members";
import {
  approveMemberAction,
  changeMemberCollectionsAction,
  changeMemberGroupsAction,
  changeMemberRoleAction,
  confirmMembersAction,
  giveUpRoleAction,
  inviteMembersAction,
  refuseMemberAction,
  removeMembersAction,
  resendInvitationsAction,
  restoreMembersAction,
  revokeMembersAction,
  vouchForMemberAction,
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
  const { usedSeats, seats, may, givable } = frame.result;
  const view = ListMembers.omit({ organizationId: true }).parse(wordsOf(query));
  const { members, counts, asked, next } = await load(listOrganizationMembers, { organizationId, ...view });
  const t = await getTranslations("members");
  const inConsole = await getTranslations("console");
  const path = `/organizations/${organizationId}/members`;
  const showing = (status: (typeof memberFilters)[number] | null) =>
    listAddress(path, query, { status: status ?? undefined });

  return (
    <>
      <PageHeader
        title={t("title")}
        search={<ListSearch label={t("search")} />}
        actions={
          may.includes("invite_members") ? (
            <InviteToOrganization
              organizationId={organizationId}
              frame={{ may, givable }}
              invite={inviteMembersAction}
              listGroups={askGroups}
              getKey={askOrganizationKey}
              listCollections={askCollections}
            />
          ) : null
        }
        account={<HeaderMenu />}
      />
      <PageBody>
        <p className="text-muted">{inConsole("seats", { used: usedSeats, seats })}</p>
        <SegmentedFilter
          label={t("filter.label")}
          segments={([null, ...memberFilters] as const).map((status) => ({
            label: t(`filter.${status ?? "all"}`),
            count: counts[status ?? "all"],
            href: showing(status),
            current: status === view.status,
          }))}
        />
        {may.includes("answer_provider") && asked > 0 ? (
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
        <RotationDue organizationId={organizationId} knowKey={frame.result.knowKey} />
        <OrganizationMembers
          organizationId={organizationId}
          members={members}
          sorts={sortsOf(path, query, view, memberSorts)}
          waiting={{ count: counts.accepted, href: showing("accepted") }}
          revoked={
            view.status === null && counts.revoked > 0
              ? { count: counts.revoked, href: showing("revoked") }
              : null
          }
          givable={givable}
          may={may}
          actions={{
            getKey: askOrganizationKey,
            resend: resendInvitationsAction,
            askMembersToConfirm: askOrganizationMembersToConfirm,
            confirm: confirmMembersAction,
            approve: approveMemberAction,
            refuse: refuseMemberAction,
            vouch: vouchForMemberAction,
            getMember: askOrganizationMember,
            listGroups: askGroups,
            listCollections: askCollections,
            changeRole: changeMemberRoleAction,
            giveUpRole: giveUpRoleAction,
            changeGroups: changeMemberGroupsAction,
            changeCollections: changeMemberCollectionsAction,
            revoke: revokeMembersAction,
            restore: restoreMembersAction,
            remove: removeMembersAction,
          }}
        />
        <ListPages path={path} query={query} next={next}>
          {t(query.cursor || next ? "list.page" : "list.shown", { count: members.length })}
        </ListPages>
      </PageBody>
    </>
  );
}
