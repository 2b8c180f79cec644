"use server";

import { action } from "@/lib/http/action";
import { changeMasterPassword } from "@/lib/operations/account/change-master-password";
import { chooseLanguage } from "@/lib/operations/account/choose-language";
import { dropReloadKey } from "@/lib/operations/account/drop-reload-key";
import { endOtherSessions } from "@/lib/operations/account/end-other-sessions";
import { endSession } from "@/lib/operations/account/end-session";
import { makeReloadKey } from "@/lib/operations/account/make-reload-key";
import { rememberKey } from "@/lib/operations/account/remember-key";
import { requestEmailVerification } from "@/lib/operations/account/request-email-verification";
import { updateProfile } from "@/lib/operations/account/update-profile";

export const makeReloadKeyAction = action(makeReloadKey, { keepsPage: true });
export const dropReloadKeyAction = action(dropReloadKey, { keepsPage: true });
export const rememberKeyAction = action(rememberKey, { keepsPage: true });
export const updateProfileAction = action(updateProfile);
export const changeMasterPasswordAction = action(changeMasterPassword);
export const endSessionAction = action(endSession);
export const endOtherSessionsAction = action(endOtherSessions);
export const requestEmailVerificationAction = action(requestEmailVerification, { keepsPage: true });
export const chooseLanguageAction = action(chooseLanguage);
