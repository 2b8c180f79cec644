"use server";

import { action } from "@/lib/http/action";
import { adoptOrganizationKey } from "@/lib/operations/key/adopt-organization";
import { enterClient } from "@/lib/operations/visit/enter-client";
import { leaveClient } from "@/lib/operations/visit/leave-client";

export const enterClientAction = action(enterClient, { keepsPage: true });
export const leaveClientAction = action(leaveClient, { keepsPage: true });
export const adoptOrganizationKeyAction = action(adoptOrganizationKey, { keepsPage: true });
