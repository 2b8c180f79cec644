"use server";

import { action, question } from "@/lib/http/action";
import { listCollections } from "@/lib/operations/collection/list-collections";
import { approveOrganizationMember } from "@/lib/operations/organization/approve-member";
import { changeOrganizationMemberRole } from "@/lib/operations/organization/change-member-role";
import { confirmOrganizationMember } from "@/lib/operations/organization/confirm-member";
import { getOrganizationMembersToConfirm } from "@/lib/operations/organization/get-members-to-confirm";
import { inviteOrganizationMembers } from "@/lib/operations/organization/invite-members";
import { refuseOrganizationMember } from "@/lib/operations/organization/refuse-member";
import { reinviteOrganizationMember } from "@/lib/operations/organization/reinvite-member";
import { removeOrganizationMember } from "@/lib/operations/organization/remove-member";

const stale = ({ organizationId }: { organizationId: string }) => [
  `/organizations/${organizationId}/members`,
];

export const inviteMembersAction = action(inviteOrganizationMembers, { stale });
export const resendInvitationAction = action(reinviteOrganizationMember, { stale });
export const confirmMemberAction = action(confirmOrganizationMember, { stale });
export const approveMemberAction = action(approveOrganizationMember, { stale });
export const refuseMemberAction = action(refuseOrganizationMember, { stale });
export const changeMemberRoleAction = action(changeOrganizationMemberRole, { stale });
export const removeMemberAction = action(removeOrganizationMember, { stale });
export const membersToConfirmQuestion = question(getOrganizationMembersToConfirm);
export const listCollectionsQuestion = question(listCollections);
