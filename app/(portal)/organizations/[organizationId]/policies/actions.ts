"use server";

import { action } from "@/lib/http/action";
import { setPolicy } from "@/lib/operations/organization/set-policy";

export const setPolicyAction = action(setPolicy);
