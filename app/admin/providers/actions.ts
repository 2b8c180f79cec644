"use server";

import { action } from "@/lib/http/action";
import { inviteProvider } from "@/lib/operations/admin/invite-provider";
import { resendProviderInvitation } from "@/lib/operations/admin/resend-provider-invitation";

const stale = () => ["/admin/providers"];

export const inviteProviderAction = action(inviteProvider, { stale });
export const resendProviderInvitationAction = action(resendProviderInvitation, { stale });
