"use server";

import { action } from "@/lib/http/action";
import { makeMyCollection } from "@/lib/operations/collection/make-my-collection";
import { createItem } from "@/lib/operations/item/create-item";
import { deleteItem } from "@/lib/operations/item/delete-item";
import { reportItemEvent } from "@/lib/operations/item/report-item-event";
import { updateItem } from "@/lib/operations/item/update-item";
import { openBanner } from "@/lib/operations/policy/open-banner";

export const createItemAction = action(createItem);
export const updateItemAction = action(updateItem);
export const deleteItemAction = action(deleteItem);
export const reportItemEventAction = action(reportItemEvent, { keepsPage: true });
export const makeMyCollectionAction = action(makeMyCollection);
export const openBannerAction = action(openBanner, { keepsPage: true });
