"use server";

import { action } from "@/lib/http/action";
import { changeGroupAccess } from "@/lib/operations/group/change-group-access";
import { changeGroupMembers } from "@/lib/operations/group/change-group-members";
import { createGroup } from "@/lib/operations/group/create-group";
import { deleteGroups } from "@/lib/operations/group/delete-groups";
import { renameGroup } from "@/lib/operations/group/rename-group";

export const createGroupAction = action(createGroup);
export const renameGroupAction = action(renameGroup);
export const changeGroupMembersAction = action(changeGroupMembers);
export const changeGroupAccessAction = action(changeGroupAccess);
export const deleteGroupsAction = action(deleteGroups);
