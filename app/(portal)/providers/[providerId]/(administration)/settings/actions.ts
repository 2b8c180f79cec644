"use server";

import { action } from "@/lib/http/action";
import { updateProvider } from "@/lib/operations/provider/update-provider";

export const updateProviderAction = action(updateProvider);
