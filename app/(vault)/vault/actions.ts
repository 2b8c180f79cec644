"use server";

import { action } from "@/lib/http/action";
import { changeCollectionAccess } from "@/lib/operations/collection/change-collection-access";
import { createCollection } from "@/lib/operations/collection/create-collection";
import { deleteCollections } from "@/lib/operations/collection/delete-collections";
import { makeMyCollection } from "@/lib/operations/collection/make-my-collection";
import { updateCollection } from "@/lib/operations/collection/update-collection";
import { createItem } from "@/lib/operations/item/create-item";
import { deleteItem } from "@/lib/operations/item/delete-item";
import { reportItemEvent } from "@/lib/operations/item/report-item-event";
import { updateItem } from "@/lib/operations/item/update-item";
import { createOrganization } from "@/lib/operations/organization/create-organization";
import { openBanner } from "@/lib/operations/policy/open-banner";

export const createCollectionAction = action(createCollection);
export const updateCollectionAction = action(updateCollection);
export const changeCollectionAccessAction = action(changeCollectionAccess);
export const deleteCollectionsAction = action(deleteCollections);
export const createItemAction = action(createItem);
export const updateItemAction = action(updateItem);
export const deleteItemAction = action(deleteItem);
export const reportItemEventAction = action(reportItemEvent, { keepsPage: true });
export const makeMyCollectionAction = action(makeMyCollection);
export const createOrganizationAction = action(createOrganization);
export const openBannerAction = action(openBanner, { keepsPage: true });
