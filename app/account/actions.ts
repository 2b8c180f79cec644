"use server";

import { action, question } from "@/lib/http/action";
import { changeMasterPassword } from "@/lib/operations/account/change-master-password";
import { requestEmailVerification } from "@/lib/operations/account/email-verification";
import { endOtherSessions, endSession } from "@/lib/operations/account/end-sessions";
import { getMyKeys } from "@/lib/operations/account/get-my-keys";
import { dropReloadKey, getReloadKey, makeReloadKey } from "@/lib/operations/account/reload-key";
import { rememberKey } from "@/lib/operations/account/remember-key";
import { updateProfile } from "@/lib/operations/account/update-profile";

const accountPage = () => ["/account"];

export const myKeysQuestion = question(getMyKeys);
export const reloadKeyQuestion = question(getReloadKey);
export const makeReloadKeyAction = action(makeReloadKey);
export const dropReloadKeyAction = action(dropReloadKey);
export const rememberKeyAction = action(rememberKey);
export const updateProfileAction = action(updateProfile, { stale: accountPage });
export const changeMasterPasswordAction = action(changeMasterPassword, { stale: accountPage });
export const endSessionAction = action(endSession, { stale: accountPage });
export const endOtherSessionsAction = action(endOtherSessions, { stale: accountPage });
export const requestEmailVerificationAction = action(requestEmailVerification);
