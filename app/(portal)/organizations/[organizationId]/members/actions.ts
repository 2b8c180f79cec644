"use server";

import { action, question } from "@/lib/http/action";
import { listCollections } from "@/lib/operations/collection/list-collections";
import { approveOrganizationMember } from "@/lib/operations/organization/approve-member";
import { changeOrganizationMemberRole } from "@/lib/operations/organization/change-member-role";
import { confirmOrganizationMembers } from "@/lib/operations/organization/confirm-members";
import { getOrganizationMembersToConfirm } from "@/lib/operations/organization/get-members-to-confirm";
import { inviteOrganizationMembers } from "@/lib/operations/organization/invite-members";
import { refuseOrganizationMember } from "@/lib/operations/organization/refuse-member";
import { removeOrganizationMembers } from "@/lib/operations/organization/remove-members";
import { resendOrganizationInvitations } from "@/lib/operations/organization/resend-invitations";

const stale = ({ organizationId }: { organizationId: string }) => [
  `/organizations/${organizationId}/members`,
];

export const inviteMembersAction = action(inviteOrganizationMembers, { stale });
export const resendInvitationsAction = action(resendOrganizationInvitations, { stale });
export const confirmMembersAction = action(confirmOrganizationMembers, { stale });
export const approveMemberAction = action(approveOrganizationMember, { stale });
export const refuseMemberAction = action(refuseOrganizationMember, { stale });
export const changeMemberRoleAction = action(changeOrganizationMemberRole, { stale });
export const removeMembersAction = action(removeOrganizationMembers, { stale });
export const membersToConfirmQuestion = question(getOrganizationMembersToConfirm);
export const listCollectionsQuestion = question(listCollections);
