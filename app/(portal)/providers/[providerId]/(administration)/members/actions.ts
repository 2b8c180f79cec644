"use server";

import { action } from "@/lib/http/action";
import { changeProviderMemberRole } from "@/lib/operations/provider/change-member-role";
import { confirmProviderMember } from "@/lib/operations/provider/confirm-member";
import { inviteProviderMembers } from "@/lib/operations/provider/invite-members";
import { removeProviderMember } from "@/lib/operations/provider/remove-member";
import { resendProviderInvitations } from "@/lib/operations/provider/resend-invitations";

export const inviteMembersAction = action(inviteProviderMembers);
export const resendInvitationsAction = action(resendProviderInvitations);
export const confirmMemberAction = action(confirmProviderMember);
export const changeRoleAction = action(changeProviderMemberRole);
export const removeMemberAction = action(removeProviderMember);
