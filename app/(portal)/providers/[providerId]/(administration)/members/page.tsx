import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalHeader } from "@/app/(portal)/providers/portal-header";
import { askProviderKey, askProviderMembersToConfirm, askStaffPlaces } from "@/app/questions";
import { InviteToTeam } from "@/components/people/invite-to-team";
import { ProviderTeam } from "@/components/people/provider-team";
import { type ListParams, listAddress, one, oneOf } from "@/components/providers/list-address";
import { ListSearch } from "@/components/providers/list-search";
import { PageBody } from "@/components/shell/page-body";
import { Pagination } from "@/components/ui/pagination";
import { SegmentedFilter } from "@/components/ui/segmented-filter";
import type { SortState } from "@/components/ui/table";
import { load } from "@/lib/http/page";
import { listProviderMembers, memberSorts } from "@/lib/operations/provider/list-members";
import {
  changeRoleAction,
  confirmMembersAction,
  inviteMembersAction,
  removeMembersAction,
  resendInvitationsAction,
} from "./actions";

const statuses = ["invited", "accepted"] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("members");
  return { title: t("title") };
}

export default async function MembersPage({
  params,
  searchParams,
}: PageProps<"/providers/[providerId]/members">) {
  const { providerId } = await params;
  const query: ListParams = await searchParams;
  const sort = oneOf(memberSorts, query.sort) ?? "name";
  const status = oneOf(statuses, query.status);
  const { members, counts, next, yourMemberId } = await load(listProviderMembers, {
    providerId,
    sort,
    status,
    search: one(query.search),
    cursor: one(query.cursor),
  });
  const t = await getTranslations("members");
  const path = `/providers/${providerId}/members`;
  const view = (key: "all" | (typeof statuses)[number], value?: (typeof statuses)[number]) => ({
    label: t(`filter.${key}`),
    count: counts[key],
    href: listAddress(path, query, { status: value }),
    current: status === value,
  });
  const sortBy = (column: "name" | "role") => {
    const state: SortState = sort === column ? "ascending" : sort === `-${column}` ? "descending" : "none";
    const href = listAddress(path, query, { sort: state === "ascending" ? `-${column}` : column });
    return { state, href };
  };

  return (
    <>
      <PortalHeader
        title={t("title")}
        search={<ListSearch label={t("search")} />}
        actions={<InviteToTeam providerId={providerId} invite={inviteMembersAction} />}
      />
      <PageBody>
        <SegmentedFilter
          label={t("filter.label")}
          segments={[view("all"), view("invited", "invited"), view("accepted", "accepted")]}
        />
        <ProviderTeam
          providerId={providerId}
          members={members}
          yourMemberId={yourMemberId}
          waiting={{ count: counts.accepted, href: listAddress(path, query, { status: "accepted" }) }}
          sorts={{ name: sortBy("name"), role: sortBy("role") }}
          actions={{
            resend: resendInvitationsAction,
            confirm: confirmMembersAction,
            changeRole: changeRoleAction,
            remove: removeMembersAction,
            listPlaces: askStaffPlaces,
            askMembersToConfirm: askProviderMembersToConfirm,
            askProviderKey: askProviderKey,
          }}
        />
        <Pagination
          previousHref={query.cursor ? listAddress(path, query, {}) : undefined}
          nextHref={next ? listAddress(path, query, { cursor: next }) : undefined}
        >
          {t("list.shown", { count: members.length })}
        </Pagination>
      </PageBody>
    </>
  );
}
