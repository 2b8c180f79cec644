"use server";

import { forgetSpentLink } from "@/app/(auth)/invitation";
import { action } from "@/lib/http/action";
import { register } from "@/lib/operations/account/register";
import { startRegistration } from "@/lib/operations/account/start-registration";
import { verifyEmail } from "@/lib/operations/account/verify-email";
import { acceptOrganizationInvitation } from "@/lib/operations/organization/accept-invitation";
import { acceptProviderInvitation } from "@/lib/operations/provider/accept-invitation";

const spendingLink = { keepsPage: true, afterwards: forgetSpentLink } as const;

export const registerAction = action(register, spendingLink);
export const startRegistrationAction = action(startRegistration, { keepsPage: true });
export const verifyEmailAction = action(verifyEmail, spendingLink);
export const acceptProviderInvitationAction = action(acceptProviderInvitation, spendingLink);
export const acceptOrganizationInvitationAction = action(acceptOrganizationInvitation, spendingLink);
