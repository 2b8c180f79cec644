"use server";

import { action } from "@/lib/http/action";
import { setCollectionSwitches } from "@/lib/operations/organization/set-collection-switches";
import { setProviderAccess } from "@/lib/operations/organization/set-provider-access";
import { updateOrganization } from "@/lib/operations/organization/update-organization";

export const updateOrganizationAction = action(updateOrganization);
export const setProviderAccessAction = action(setProviderAccess);
export const setCollectionSwitchesAction = action(setCollectionSwitches);
