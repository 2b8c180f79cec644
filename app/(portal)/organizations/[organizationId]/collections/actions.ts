"use server";

import { action, question } from "@/lib/http/action";
import { changeCollectionAccess } from "@/lib/operations/collection/change-collection-access";
import { createCollection } from "@/lib/operations/collection/create-collection";
import { deleteCollection } from "@/lib/operations/collection/delete-collection";
import { getCollection } from "@/lib/operations/collection/get-collection";
import { updateCollection } from "@/lib/operations/collection/update-collection";
import { listAssignableMembers } from "@/lib/operations/organization/list-assignable-members";

const stale = ({ organizationId }: { organizationId: string }) => [
  `/organizations/${organizationId}/collections`,
];

export const createCollectionAction = action(createCollection, { stale });
export const updateCollectionAction = action(updateCollection, { stale });
export const changeCollectionAccessAction = action(changeCollectionAccess, { stale });
export const deleteCollectionAction = action(deleteCollection, { stale });
export const getCollectionQuestion = question(getCollection);
export const listAssignableMembersQuestion = question(listAssignableMembers);
