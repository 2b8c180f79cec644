"use server";

import { action } from "@/lib/http/action";
import { deleteOrganization } from "@/lib/operations/organization/delete-organization";
import { rotateApiKey } from "@/lib/operations/organization/rotate-api-key";
import { setProviderAccess } from "@/lib/operations/organization/set-provider-access";
import { showApiKey } from "@/lib/operations/organization/show-api-key";
import { updateOrganization } from "@/lib/operations/organization/update-organization";

export const updateOrganizationAction = action(updateOrganization);
export const setProviderAccessAction = action(setProviderAccess);
export const showApiKeyAction = action(showApiKey);
export const rotateApiKeyAction = action(rotateApiKey);
export const deleteOrganizationAction = action(deleteOrganization, { keepsPage: true });
