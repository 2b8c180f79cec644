"use server";

import { action } from "@/lib/http/action";
import { changeProviderTerms } from "@/lib/operations/admin/change-provider-terms";
import { correctProviderInvitation } from "@/lib/operations/admin/correct-provider-invitation";
import { inviteProvider } from "@/lib/operations/admin/invite-provider";
import { reinstateProvider } from "@/lib/operations/admin/reinstate-provider";
import { resendProviderInvitation } from "@/lib/operations/admin/resend-provider-invitation";
import { suspendProvider } from "@/lib/operations/admin/suspend-provider";
import { withdrawProviderInvitation } from "@/lib/operations/admin/withdraw-provider-invitation";

export const inviteProviderAction = action(inviteProvider);
export const resendProviderInvitationAction = action(resendProviderInvitation);
export const correctProviderInvitationAction = action(correctProviderInvitation);
export const withdrawProviderInvitationAction = action(withdrawProviderInvitation);
export const changeProviderTermsAction = action(changeProviderTerms);
export const suspendProviderAction = action(suspendProvider);
export const reinstateProviderAction = action(reinstateProvider);
