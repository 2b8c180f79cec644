"use server";

import { action } from "@/lib/http/action";
import { finishImport } from "@/lib/operations/import/finish-import";
import { importItems } from "@/lib/operations/import/import-items";
import { undoImport } from "@/lib/operations/import/undo-import";

// One's own vault and an organization's console import by the same commands.
export const importItemsAction = action(importItems, { keepsPage: true });
export const finishImportAction = action(finishImport, { keepsPage: true });
export const undoImportAction = action(undoImport);
