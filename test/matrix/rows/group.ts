import { randomUUID } from "node:crypto";
import { changeGroupAccess } from "@/lib/operations/group/change-group-access";
import { changeGroupMembers } from "@/lib/operations/group/change-group-members";
import { createGroup } from "@/lib/operations/group/create-group";
import { createGroups } from "@/lib/operations/group/create-groups";
import { deleteGroups } from "@/lib/operations/group/delete-groups";
import { getGroup } from "@/lib/operations/group/get-group";
import { getMatrix } from "@/lib/operations/group/get-matrix";
import { getMemberAccess } from "@/lib/operations/group/get-member-access";
import { listGroupMembers } from "@/lib/operations/group/list-group-members";
import { listGroupNames } from "@/lib/operations/group/list-group-names";
import { listGroups } from "@/lib/operations/group/list-groups";
import { renameGroup } from "@/lib/operations/group/rename-group";
import { inConsole } from "@/test/matrix/expected";
import { type Given, row } from "@/test/matrix/row";

const here = ({ organizationId }: Given) => ({ organizationId });
const it = ({ organizationId, groupId }: Given) => ({ organizationId, groupId });

const managers = inConsole(["owner", "admin", "visitors", "custom: manage_groups"]);

/** Whoever can give a group something, or be asked to. */
const pickers = inConsole([
  "owner",
  "admin",
  "visitors",
  "custom: manage_groups",
  "custom: manage_users",
  "custom: edit_any_collection",
  "custom: create_collections",
  "manage",
]);

export const rows = [
  row(listGroups, managers).with(here),
  row(getGroup, managers).with(it),
  row(listGroupMembers, managers).with(it),
  row(getMatrix, managers).with(here),
  row(getMemberAccess, managers).with(({ organizationId, others }) => ({
    organizationId,
    memberId: others.member.memberId,
  })),
  row(createGroup, managers).with(({ organizationId }) => ({
    organizationId,
    groupId: randomUUID(),
    name: "Sales",
  })),
  row(createGroups, managers).with(({ organizationId }) => ({
    organizationId,
    groups: [{ groupId: randomUUID(), name: "Sales" }],
  })),
  row(listGroupNames, pickers).with(here),
  row(renameGroup, managers).with((given) => ({ ...it(given), name: "Accounting" })),
  row(changeGroupMembers, managers).with((given) => ({
    ...it(given),
    given: [given.others.member.memberId],
    taken: [],
  })),
  // Giving a collection takes the right to manage it, which groups alone do not give.
  row(changeGroupAccess, inConsole(["owner", "admin", "visitors"])).with(
    ({ organizationId, groupId, collectionId }) => ({
      organizationId,
      cells: [{ groupId, collectionId, from: null, to: "view" }],
    }),
  ),
  row(deleteGroups, managers).with(({ organizationId, groupId }) => ({
    organizationId,
    groupIds: [groupId],
  })),
];
