"use server";

import { action } from "@/lib/http/action";
import { applyBlueprint } from "@/lib/operations/blueprint/apply-blueprint";
import { deleteBlueprint } from "@/lib/operations/blueprint/delete-blueprint";
import { renameBlueprint } from "@/lib/operations/blueprint/rename-blueprint";
import { saveBlueprint } from "@/lib/operations/blueprint/save-blueprint";
import { setPolicy } from "@/lib/operations/organization/set-policy";

export const saveBlueprintAction = action(saveBlueprint);
export const renameBlueprintAction = action(renameBlueprint);
export const deleteBlueprintAction = action(deleteBlueprint, { keepsPage: true });
export const applyBlueprintAction = action(applyBlueprint, { keepsPage: true });
export const applyPolicyAction = action(setPolicy, { keepsPage: true });
