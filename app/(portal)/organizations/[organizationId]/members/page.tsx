import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HeaderMenu } from "@/app/account/header-menu";
import { MembersPage } from "@/components/organizations/members-page";
import { type ListParams, wordsOf } from "@/components/providers/list-address";
import { ListMembers } from "@/lib/domain/organization/inputs";
import { consoleFrame } from "@/lib/http/console-frame";
import { load } from "@/lib/http/page";
import { listOrganizationMembers } from "@/lib/operations/organization/list-members";
import { getOrganizationKeyQuestion } from "../actions";
import { KeptOut } from "../kept-out";
import {
  approveMemberAction,
  changeMemberRoleAction,
  confirmMemberAction,
  inviteMembersAction,
  listCollectionsQuestion,
  membersToConfirmQuestion,
  refuseMemberAction,
  removeMemberAction,
  resendInvitationAction,
} from "./actions";

type Props = { params: Promise<{ organizationId: string }>; searchParams: Promise<ListParams> };

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("console"))("members"),
});

export default async function Members({ params, searchParams }: Props) {
  const { organizationId } = await params;
  const query = await searchParams;
  const view = ListMembers.omit({ organizationId: true }).parse(wordsOf(query));
  const frame = await consoleFrame(organizationId);
  if (!frame.ok) return <KeptOut organizationId={organizationId} refusal={frame.refusal} />;
  const { usedSeats, seats, role, mayManageOwners } = frame.result;
  const list = await load(listOrganizationMembers, { organizationId, ...view });
  return (
    <MembersPage
      account={<HeaderMenu />}
      organizationId={organizationId}
      list={list}
      query={query}
      view={view}
      seats={{ used: usedSeats, seats }}
      isOwner={role === "owner"}
      actsAsOwner={mayManageOwners}
      actions={{
        getKey: getOrganizationKeyQuestion,
        listCollections: listCollectionsQuestion,
        invite: inviteMembersAction,
        resend: resendInvitationAction,
        askMembersToConfirm: membersToConfirmQuestion,
        confirm: confirmMemberAction,
        approve: approveMemberAction,
        refuse: refuseMemberAction,
        changeRole: changeMemberRoleAction,
        remove: removeMemberAction,
      }}
    />
  );
}
