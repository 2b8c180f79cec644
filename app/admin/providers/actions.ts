"use server";

import { action } from "@/lib/http/action";
import { inviteProvider } from "@/lib/operations/admin/invite-provider";
import { resendProviderInvitation } from "@/lib/operations/admin/resend-provider-invitation";

export const inviteProviderAction = action(inviteProvider);
export const resendProviderInvitationAction = action(resendProviderInvitation);
