"use server";

import { action } from "@/lib/http/action";
import { setTwoStepRequirement } from "@/lib/operations/provider/set-two-step-requirement";
import { updateProvider } from "@/lib/operations/provider/update-provider";

export const updateProviderAction = action(updateProvider);
export const setTwoStepRequirementAction = action(setTwoStepRequirement);
