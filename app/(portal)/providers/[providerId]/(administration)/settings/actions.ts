"use server";

import { action } from "@/lib/http/action";
import { askProviderDeletion } from "@/lib/operations/provider/ask-provider-deletion";
import { setClientCreation } from "@/lib/operations/provider/set-client-creation";
import { setMailLanguage } from "@/lib/operations/provider/set-mail-language";
import { setSessionLength } from "@/lib/operations/provider/set-session-length";
import { setTwoStepRequirement } from "@/lib/operations/provider/set-two-step-requirement";
import { updateProvider } from "@/lib/operations/provider/update-provider";

export const updateProviderAction = action(updateProvider);
export const setTwoStepRequirementAction = action(setTwoStepRequirement);
export const setSessionLengthAction = action(setSessionLength);
export const setClientCreationAction = action(setClientCreation);
export const setMailLanguageAction = action(setMailLanguage);
export const askProviderDeletionAction = action(askProviderDeletion, { keepsPage: true });
