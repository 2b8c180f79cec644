"use server";

import { action } from "@/lib/http/action";
import { approveOrganizationMember } from "@/lib/operations/organization/approve-member";
import { changeOrganizationMemberRole } from "@/lib/operations/organization/change-member-role";
import { confirmOrganizationMember } from "@/lib/operations/organization/confirm-member";
import { inviteOrganizationMembers } from "@/lib/operations/organization/invite-members";
import { refuseOrganizationMember } from "@/lib/operations/organization/refuse-member";
import { reinviteOrganizationMember } from "@/lib/operations/organization/reinvite-member";
import { removeOrganizationMember } from "@/lib/operations/organization/remove-member";

export const inviteMembersAction = action(inviteOrganizationMembers);
export const resendInvitationAction = action(reinviteOrganizationMember);
export const confirmMemberAction = action(confirmOrganizationMember);
export const approveMemberAction = action(approveOrganizationMember);
export const refuseMemberAction = action(refuseOrganizationMember);
export const changeMemberRoleAction = action(changeOrganizationMemberRole);
export const removeMemberAction = action(removeOrganizationMember);
