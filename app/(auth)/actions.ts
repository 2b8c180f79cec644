"use server";

import { forgetSpentLink } from "@/app/(auth)/invitation";
import { action, question } from "@/lib/http/action";
import { verifyEmail } from "@/lib/operations/account/email-verification";
import { landing } from "@/lib/operations/account/landing";
import { listWaitingPlaces } from "@/lib/operations/account/list-waiting-places";
import { prelogin } from "@/lib/operations/account/prelogin";
import { register } from "@/lib/operations/account/register";
import { startRegistration } from "@/lib/operations/account/start-registration";
import { acceptOrganizationInvitation } from "@/lib/operations/organization/accept-invitation";
import { acceptProviderInvitation } from "@/lib/operations/provider/accept-invitation";

const spendingLink = { afterwards: forgetSpentLink };

export const waitingPlacesQuestion = question(listWaitingPlaces);
export const preloginQuestion = question(prelogin);
export const landingQuestion = question(landing);
export const registerAction = action(register, spendingLink);
export const startRegistrationAction = action(startRegistration);
export const verifyEmailAction = action(verifyEmail, spendingLink);
export const acceptProviderInvitationAction = action(acceptProviderInvitation, spendingLink);
export const acceptOrganizationInvitationAction = action(acceptOrganizationInvitation, spendingLink);
