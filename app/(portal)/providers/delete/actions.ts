"use server";

import { forgetSpentLink } from "@/app/(auth)/invitation";
import { action } from "@/lib/http/action";
import { deleteProvider } from "@/lib/operations/provider/delete-provider";

export const deleteProviderAction = action(deleteProvider, { keepsPage: true, afterwards: forgetSpentLink });
