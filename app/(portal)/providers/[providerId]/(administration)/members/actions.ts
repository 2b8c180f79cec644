"use server";

import { action } from "@/lib/http/action";
import { changeProviderMemberRole } from "@/lib/operations/provider/change-member-role";
import { confirmProviderMembers } from "@/lib/operations/provider/confirm-members";
import { inviteProviderMembers } from "@/lib/operations/provider/invite-members";
import { removeProviderMembers } from "@/lib/operations/provider/remove-members";
import { resendProviderInvitations } from "@/lib/operations/provider/resend-invitations";

export const inviteMembersAction = action(inviteProviderMembers);
export const resendInvitationsAction = action(resendProviderInvitations);
export const confirmMembersAction = action(confirmProviderMembers);
export const changeRoleAction = action(changeProviderMemberRole);
export const giveUpRoleAction = action(changeProviderMemberRole, { keepsPage: true });
export const removeMembersAction = action(removeProviderMembers);
