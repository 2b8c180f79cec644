"use server";

import { action } from "@/lib/http/action";
import { createCipher } from "@/lib/operations/cipher/create-cipher";
import { deleteCipher } from "@/lib/operations/cipher/delete-cipher";
import { reportItemEvent } from "@/lib/operations/cipher/report-item-event";
import { updateCipher } from "@/lib/operations/cipher/update-cipher";

export const createItemAction = action(createCipher);
export const updateItemAction = action(updateCipher);
export const deleteItemAction = action(deleteCipher);
export const reportItemEventAction = action(reportItemEvent, { keepsPage: true });
