"use server";

import { action } from "@/lib/http/action";
import { createCipher } from "@/lib/operations/cipher/create-cipher";
import { deleteCipher } from "@/lib/operations/cipher/delete-cipher";
import { reportItemEvent } from "@/lib/operations/cipher/report-item-event";
import { updateCipher } from "@/lib/operations/cipher/update-cipher";

// An item's id does not say which pages show it; any path renews the one on the screen.
const stale = () => ["/organizations"];

export const createItemAction = action(createCipher, { stale });
export const updateItemAction = action(updateCipher, { stale });
export const deleteItemAction = action(deleteCipher, { stale });
export const reportItemEventAction = action(reportItemEvent);
