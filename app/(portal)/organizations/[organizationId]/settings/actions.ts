"use server";

import { action } from "@/lib/http/action";
import { setProviderAccess } from "@/lib/operations/organization/set-provider-access";
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
export const setProviderAccessAction = action(setProviderAccess);
