"use server";

import { action, question } from "@/lib/http/action";
import { createCipher } from "@/lib/operations/cipher/create-cipher";
import { deleteCipher } from "@/lib/operations/cipher/delete-cipher";
import { reportItemEvent } from "@/lib/operations/cipher/report-item-event";
import { updateCipher } from "@/lib/operations/cipher/update-cipher";
import { getOrganizationKey } from "@/lib/operations/organization/get-organization-key";

const stale = () => ["/vault"];

export const createItemAction = action(createCipher, { stale });
export const updateItemAction = action(updateCipher, { stale });
export const deleteItemAction = action(deleteCipher, { stale });
export const reportItemEventAction = action(reportItemEvent);
export const getOrganizationKeyQuestion = question(getOrganizationKey);
