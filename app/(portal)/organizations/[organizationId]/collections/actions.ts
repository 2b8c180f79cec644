"use server";

import { action } from "@/lib/http/action";
import { changeCollectionAccess } from "@/lib/operations/collection/change-collection-access";
import { createCollection } from "@/lib/operations/collection/create-collection";
import { deleteCollections } from "@/lib/operations/collection/delete-collections";
import { updateCollection } from "@/lib/operations/collection/update-collection";

export const createCollectionAction = action(createCollection);
export const updateCollectionAction = action(updateCollection);
export const changeCollectionAccessAction = action(changeCollectionAccess);
export const deleteCollectionsAction = action(deleteCollections);
