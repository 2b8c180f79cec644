"use server";

import { action } from "@/lib/http/action";
import { deleteOrganization } from "@/lib/operations/organization/delete-organization";
import { leaveProvider } from "@/lib/operations/organization/leave-provider";
import { rotateApiKey } from "@/lib/operations/organization/rotate-api-key";
import { setCollectionSwitches } from "@/lib/operations/organization/set-collection-switches";
import { setOwnPlan } from "@/lib/operations/organization/set-own-plan";
import { setProviderAccess } from "@/lib/operations/organization/set-provider-access";
import { showApiKey } from "@/lib/operations/organization/show-api-key";
import { updateOrganization } from "@/lib/operations/organization/update-organization";
import { beginOrganizationRotation } from "@/lib/operations/rotation/begin-organization";
import { cancelOrganizationRotation } from "@/lib/operations/rotation/cancel-organization";
import { finishOrganizationRotation } from "@/lib/operations/rotation/finish-organization";
import { stageOrganizationRows } from "@/lib/operations/rotation/stage-organization-rows";

export const beginOrganizationRotationAction = action(beginOrganizationRotation, { keepsPage: true });
export const stageOrganizationRowsAction = action(stageOrganizationRows, { keepsPage: true });
export const finishOrganizationRotationAction = action(finishOrganizationRotation, { keepsPage: true });
export const cancelOrganizationRotationAction = action(cancelOrganizationRotation);
export const updateOrganizationAction = action(updateOrganization);
export const leaveProviderAction = action(leaveProvider);
export const setOwnPlanAction = action(setOwnPlan);
export const setProviderAccessAction = action(setProviderAccess);
export const showApiKeyAction = action(showApiKey);
export const rotateApiKeyAction = action(rotateApiKey);
export const deleteOrganizationAction = action(deleteOrganization, { keepsPage: true });
export const setCollectionSwitchesAction = action(setCollectionSwitches);
