"use server";

import { action } from "@/lib/http/action";
import { correctProviderInvitation } from "@/lib/operations/admin/correct-provider-invitation";
import { inviteProvider } from "@/lib/operations/admin/invite-provider";
import { resendProviderInvitation } from "@/lib/operations/admin/resend-provider-invitation";
import { withdrawProviderInvitation } from "@/lib/operations/admin/withdraw-provider-invitation";

export const inviteProviderAction = action(inviteProvider);
export const resendProviderInvitationAction = action(resendProviderInvitation);
export const correctProviderInvitationAction = action(correctProviderInvitation);
export const withdrawProviderInvitationAction = action(withdrawProviderInvitation);
