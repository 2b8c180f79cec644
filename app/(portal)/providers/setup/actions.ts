"use server";

import { action } from "@/lib/http/action";
import { setUpProvider } from "@/lib/operations/provider/set-up-provider";

export const setUpProviderAction = action(setUpProvider);
