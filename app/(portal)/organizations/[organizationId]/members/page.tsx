import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HeaderMenu } from "@/app/account/header-menu";
import { askCollections, askOrganizationKey, askOrganizationMembersToConfirm } from "@/app/questions";
import { MembersPage } from "@/components/organizations/members-page";
import { AskAnew } from "@/components/shell/ask-anew";
import { ListMembers } from "@/lib/domain/organization/inputs";
import { consoleFrame } from "@/lib/http/console-frame";
import { load } from "@/lib/http/page";
import { listOrganizationMembers } from "@/lib/operations/organization/list-members";
import {
  approveMemberAction,
  changeMemberRoleAction,
  confirmMemberAction,
  inviteMembersAction,
  refuseMemberAction,
  removeMemberAction,
  resendInvitationAction,
} from "./actions";

type Props = {
  params: Promise<{ organizationId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("console"))("members"),
});

export default async function Members({ params, searchParams }: Props) {
  const { organizationId } = await params;
  const view = ListMembers.omit({ organizationId: true }).parse(await searchParams);
  const frame = await consoleFrame(organizationId);
  if (!frame.ok) return <AskAnew />;
  const { usedSeats, seats, role, mayManageOwners } = frame.result;
  const list = await load(listOrganizationMembers, { organizationId, ...view });
  return (
    <MembersPage
      account={<HeaderMenu />}
      organizationId={organizationId}
      list={list}
      view={view}
      seats={{ used: usedSeats, seats }}
      isOwner={role === "owner"}
      actsAsOwner={mayManageOwners}
      actions={{
        getKey: askOrganizationKey,
        listCollections: askCollections,
        invite: inviteMembersAction,
        resend: resendInvitationAction,
        askMembersToConfirm: askOrganizationMembersToConfirm,
        confirm: confirmMemberAction,
        approve: approveMemberAction,
        refuse: refuseMemberAction,
        changeRole: changeMemberRoleAction,
        remove: removeMemberAction,
      }}
    />
  );
}
