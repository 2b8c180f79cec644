"use server";

import { action } from "@/lib/http/action";
import { approveRecovery } from "@/lib/operations/recovery/approve";
import { askRecovery } from "@/lib/operations/recovery/ask";
import { enrolInRecovery } from "@/lib/operations/recovery/enrol-in";
import { openRecovery } from "@/lib/operations/recovery/open-recovery";
import { recoverMember } from "@/lib/operations/recovery/recover-member";
import { setRecoveryWait } from "@/lib/operations/recovery/set-wait";
import { takeBackRecovery } from "@/lib/operations/recovery/take-back";
import { withdrawFromRecovery } from "@/lib/operations/recovery/withdraw-from";

export const approveRecoveryAction = action(approveRecovery);
export const askRecoveryAction = action(askRecovery);
export const enrolInRecoveryAction = action(enrolInRecovery);
export const openRecoveryAction = action(openRecovery, { keepsPage: true });
export const recoverMemberAction = action(recoverMember, { keepsPage: true });
export const setRecoveryWaitAction = action(setRecoveryWait);
export const takeBackRecoveryAction = action(takeBackRecovery);
export const withdrawFromRecoveryAction = action(withdrawFromRecovery);
