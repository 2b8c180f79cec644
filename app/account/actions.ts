"use server";

import { action } from "@/lib/http/action";
import { changeMasterPassword } from "@/lib/operations/account/change-master-password";
import { confirmAuthenticator } from "@/lib/operations/account/confirm-authenticator";
import { requestEmailVerification } from "@/lib/operations/account/email-verification";
import { endOtherSessions, endSession } from "@/lib/operations/account/end-sessions";
import { proveMasterPassword } from "@/lib/operations/account/prove-master-password";
import { dropReloadKey, makeReloadKey } from "@/lib/operations/account/reload-key";
import { rememberKey } from "@/lib/operations/account/remember-key";
import { renewRecoveryCodes } from "@/lib/operations/account/renew-recovery-codes";
import { startAuthenticator } from "@/lib/operations/account/start-authenticator";
import { turnOffTwoStep } from "@/lib/operations/account/turn-off-two-step";
import { updateProfile } from "@/lib/operations/account/update-profile";

export const makeReloadKeyAction = action(makeReloadKey, { keepsPage: true });
export const dropReloadKeyAction = action(dropReloadKey, { keepsPage: true });
export const rememberKeyAction = action(rememberKey, { keepsPage: true });
export const updateProfileAction = action(updateProfile);
export const changeMasterPasswordAction = action(changeMasterPassword);
export const endSessionAction = action(endSession);
export const endOtherSessionsAction = action(endOtherSessions);
export const requestEmailVerificationAction = action(requestEmailVerification, { keepsPage: true });
export const proveMasterPasswordAction = action(proveMasterPassword, { keepsPage: true });
export const startAuthenticatorAction = action(startAuthenticator, { keepsPage: true });
export const confirmAuthenticatorAction = action(confirmAuthenticator);
export const renewRecoveryCodesAction = action(renewRecoveryCodes);
export const turnOffTwoStepAction = action(turnOffTwoStep);
