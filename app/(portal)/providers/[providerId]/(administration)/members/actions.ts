"use server";

import { action, question } from "@/lib/http/action";
import { changeProviderMemberRole } from "@/lib/operations/provider/change-member-role";
import { confirmProviderMembers } from "@/lib/operations/provider/confirm-members";
import { getMembersToConfirm } from "@/lib/operations/provider/get-members-to-confirm";
import { getProviderKey } from "@/lib/operations/provider/get-provider-key";
import { inviteProviderMembers } from "@/lib/operations/provider/invite-members";
import { listStaffPlaces } from "@/lib/operations/provider/list-staff-places";
import { removeProviderMembers } from "@/lib/operations/provider/remove-members";
import { resendProviderInvitations } from "@/lib/operations/provider/resend-invitations";

const membersPage = ({ providerId }: { providerId: string }) => [`/providers/${providerId}/members`];

export const inviteMembersAction = action(inviteProviderMembers, { stale: membersPage });
export const resendInvitationsAction = action(resendProviderInvitations, { stale: membersPage });
export const confirmMembersAction = action(confirmProviderMembers, { stale: membersPage });
export const changeRoleAction = action(changeProviderMemberRole, { stale: membersPage });
export const removeMembersAction = action(removeProviderMembers, { stale: membersPage });
export const staffPlacesQuestion = question(listStaffPlaces);
export const membersToConfirmQuestion = question(getMembersToConfirm);
export const providerKeyQuestion = question(getProviderKey);
