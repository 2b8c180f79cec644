"use server";

import { action } from "@/lib/http/action";
import { createCipher } from "@/lib/operations/cipher/create-cipher";
import { deleteCipher } from "@/lib/operations/cipher/delete-cipher";
import { reportItemEvent } from "@/lib/operations/cipher/report-item-event";
import { updateCipher } from "@/lib/operations/cipher/update-cipher";

/** The page that shows items: an item's own id does not say where it is shown. */
const stale = () => ["/organizations/[organizationId]/collections/[collectionId]"];

export const createItemAction = action(createCipher, { stale });
export const updateItemAction = action(updateCipher, { stale });
export const deleteItemAction = action(deleteCipher, { stale });
export const reportItemEventAction = action(reportItemEvent);
