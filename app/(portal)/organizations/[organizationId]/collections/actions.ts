"use server";

import { action } from "@/lib/http/action";
import { changeAccessInCollections } from "@/lib/operations/collection/change-access-in-collections";
import { changeCollectionAccess } from "@/lib/operations/collection/change-collection-access";
import { createCollection } from "@/lib/operations/collection/create-collection";
import { createCollections } from "@/lib/operations/collection/create-collections";
import { deleteCollections } from "@/lib/operations/collection/delete-collections";
import { updateCollection } from "@/lib/operations/collection/update-collection";
import { createGroups } from "@/lib/operations/group/create-groups";

export const createCollectionAction = action(createCollection);
export const createCollectionsAction = action(createCollections);
export const createGroupsAction = action(createGroups);
export const changeAccessInCollectionsAction = action(changeAccessInCollections);
export const updateCollectionAction = action(updateCollection);
export const changeCollectionAccessAction = action(changeCollectionAccess);
export const deleteCollectionsAction = action(deleteCollections);
