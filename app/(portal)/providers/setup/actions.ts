"use server";

import { forgetSpentLink } from "@/app/(auth)/invitation";
import { action } from "@/lib/http/action";
import { setUpProvider } from "@/lib/operations/provider/set-up-provider";

export const setUpProviderAction = action(setUpProvider, { keepsPage: true, afterwards: forgetSpentLink });
