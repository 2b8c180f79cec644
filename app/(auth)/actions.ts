"use server";

import { action, question } from "@/lib/http/action";
import { verifyEmail } from "@/lib/operations/account/email-verification";
import { landing } from "@/lib/operations/account/landing";
import { prelogin } from "@/lib/operations/account/prelogin";
import { register } from "@/lib/operations/account/register";
import { startRegistration } from "@/lib/operations/account/start-registration";
import { acceptOrganizationInvitation } from "@/lib/operations/organization/accept-invitation";
import { acceptProviderInvitation } from "@/lib/operations/provider/accept-invitation";

export const preloginQuestion = question(prelogin);
export const landingQuestion = question(landing);
export const registerAction = action(register);
export const startRegistrationAction = action(startRegistration);
export const verifyEmailAction = action(verifyEmail);
export const acceptProviderInvitationAction = action(acceptProviderInvitation);
export const acceptOrganizationInvitationAction = action(acceptOrganizationInvitation);
