"use server";

import { action, question } from "@/lib/http/action";
import { enterClient } from "@/lib/operations/organization/enter-client";
import { getOrganizationKey } from "@/lib/operations/organization/get-organization-key";
import { leaveClient } from "@/lib/operations/organization/leave-client";

export const enterClientAction = action(enterClient);
export const leaveClientAction = action(leaveClient);
export const getOrganizationKeyQuestion = question(getOrganizationKey);
