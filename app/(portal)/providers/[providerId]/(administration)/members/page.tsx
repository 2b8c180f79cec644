import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalHeader } from "@/app/(portal)/providers/portal-header";
import { askProviderKey, askProviderMembersToConfirm, askStaffPlaces } from "@/app/questions";
import { type ListParams, listAddress, sortsOf, wordsOf } from "@/components/lists/list-address";
import { ListPages } from "@/components/lists/list-pages";
import { ListSearch } from "@/components/lists/list-search";
import { InviteToTeam } from "@/components/people/invite-to-team";
import { ProviderTeam } from "@/components/people/provider-team";
import { PageBody } from "@/components/shell/page-body";
import { OffButton } from "@/components/ui/off-button";
import { SegmentedFilter } from "@/components/ui/segmented-filter";
import { ListProviderMembers, staffFilters, staffSorts } from "@/lib/domain/provider/inputs";
import { load } from "@/lib/http/page";
import { getProviderFrame } from "@/lib/operations/provider/get-frame";
import { listProviderMembers } from "@/lib/operations/provider/list-members";
import {
  changeRoleAction,
  confirmMembersAction,
  giveUpRoleAction,
  inviteMembersAction,
  removeMembersAction,
  resendInvitationsAction,
} from "./actions";

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
  const view = ListProviderMembers.omit({ providerId: true }).parse(wordsOf(query));
  const { members, counts, lastingAdmins, next } = await load(listProviderMembers, { providerId, ...view });
  const { may, heldBack } = await load(getProviderFrame, { providerId });
  const t = await getTranslations("members");
  const path = `/providers/${providerId}/members`;
  const segments = ([null, ...staffFilters] as const).map((status) => ({
    label: t(`filter.${status ?? "all"}`),
    count: counts[status ?? "all"],
    href: listAddress(path, query, { status: status ?? undefined }),
    current: view.status === status,
  }));

  return (
    <>
      <PortalHeader
        title={t("title")}
        search={<ListSearch label={t("search")} />}
        actions={
          may.includes("invite_staff") ? (
            <InviteToTeam providerId={providerId} invite={inviteMembersAction} />
          ) : heldBack.includes("invite_staff") ? (
            <OffButton icon={<Plus aria-hidden="true" />} why={t("inviteSuspended")}>
              {t("invite")}
            </OffButton>
          ) : null
        }
      />
      <PageBody>
        <SegmentedFilter label={t("filter.label")} segments={segments} />
        <ProviderTeam
          providerId={providerId}
          members={members}
          lastingAdmins={lastingAdmins}
          isHeldBack={heldBack.includes("confirm_staff")}
          waiting={{ count: counts.accepted, href: listAddress(path, query, { status: "accepted" }) }}
          sorts={sortsOf(path, query, view, staffSorts)}
          actions={{
            resend: resendInvitationsAction,
            confirm: confirmMembersAction,
            changeRole: changeRoleAction,
            giveUpRole: giveUpRoleAction,
            remove: removeMembersAction,
            listPlaces: askStaffPlaces,
            askMembersToConfirm: askProviderMembersToConfirm,
            askProviderKey: askProviderKey,
          }}
        />
        <ListPages path={path} query={query} next={next}>
          {t(query.cursor || next ? "list.page" : "list.shown", { count: members.length })}
        </ListPages>
      </PageBody>
    </>
  );
}
