"use server";

import { action } from "@/lib/http/action";
import { approveOrganizationMember } from "@/lib/operations/organization/approve-member";
import { changeMemberCollections } from "@/lib/operations/organization/change-member-collections";
import { changeMemberGroups } from "@/lib/operations/organization/change-member-groups";
import { changeOrganizationMemberRole } from "@/lib/operations/organization/change-member-role";
import { confirmOrganizationMembers } from "@/lib/operations/organization/confirm-members";
import { inviteOrganizationMembers } from "@/lib/operations/organization/invite-members";
import { refuseOrganizationMember } from "@/lib/operations/organization/refuse-member";
import { removeOrganizationMembers } from "@/lib/operations/organization/remove-members";
import { resendOrganizationInvitations } from "@/lib/operations/organization/resend-invitations";
import { restoreOrganizationMembers } from "@/lib/operations/organization/restore-members";
import { revokeOrganizationMembers } from "@/lib/operations/organization/revoke-members";
import { vouchForMember } from "@/lib/operations/organization/vouch-for-member";

export const inviteMembersAction = action(inviteOrganizationMembers);
export const resendInvitationsAction = action(resendOrganizationInvitations);
export const confirmMembersAction = action(confirmOrganizationMembers);
export const approveMemberAction = action(approveOrganizationMember);
export const refuseMemberAction = action(refuseOrganizationMember);
export const vouchForMemberAction = action(vouchForMember);
export const changeMemberGroupsAction = action(changeMemberGroups);
export const changeMemberCollectionsAction = action(changeMemberCollections);
export const changeMemberRoleAction = action(changeOrganizationMemberRole);
export const giveUpRoleAction = action(changeOrganizationMemberRole, { keepsPage: true });
export const revokeMembersAction = action(revokeOrganizationMembers);
export const restoreMembersAction = action(restoreOrganizationMembers);
export const removeMembersAction = action(removeOrganizationMembers);
