import { expect } from "vitest";
import type { Tx } from "@/db/client";
import { groupMembers } from "@/db/schema/group-members";
import { groups } from "@/db/schema/groups";
import { GroupId, type OrganizationId } from "@/lib/domain/ids";
import { changeCollectionAccess } from "@/lib/operations/collection/change-collection-access";
import { execute } from "@/lib/operations/command";
import { changeGroupMembers } from "@/lib/operations/group/change-group-members";
import { putIntoGroup } from "@/lib/operations/group/internal/belonging";
import { changeMemberGroups } from "@/lib/operations/organization/change-member-groups";
import { test } from "@/test/database";
import { aCollection, aConfirmed, anyId } from "@/test/organization";
import { anEnterprise } from "@/test/policies";

/** An organization with a member in a group. */
async function withGroup(tx: Tx, of = "") {
  const { organizationId } = await anEnterprise(tx);
  const owner = await aConfirmed(tx, organizationId, "owner", `Olive Owner${of}`);
  const member = await aConfirmed(tx, organizationId, "user", `Mia Member${of}`);
  const groupId = await aGroup(tx, organizationId);
  await putIntoGroup(tx, { organizationId, groupId }, [member.memberId]);
  return { organizationId, owner, memberId: member.memberId, groupId };
}

async function aGroup(tx: Tx, organizationId: OrganizationId) {
  const id = GroupId.parse(anyId());
  await tx.insert(groups).values({ id, organizationId, name: "Sales", sortName: "sales" });
  return id;
}

test("one foreign id among those that are taken is unknown, and nothing is taken", async ({ tx }) => {
  const { organizationId, owner, memberId, groupId } = await withGroup(tx);
  const other = await withGroup(tx, " Elsewhere");
  const collectionId = await aCollection(tx, organizationId, { [memberId]: "view" });
  const acts = [
    () =>
      execute(tx, changeGroupMembers, owner.actor, {
        organizationId,
        groupId,
        given: [],
        taken: [memberId, other.memberId],
      }),
    () =>
      execute(tx, changeMemberGroups, owner.actor, {
        organizationId,
        memberId,
        given: [],
        taken: [groupId, other.groupId],
      }),
    () =>
      execute(tx, changeCollectionAccess, owner.actor, {
        organizationId,
        collectionId,
        given: [],
        changed: [],
        taken: [memberId, other.memberId],
      }),
  ];
  for (const act of acts) await expect(act()).rejects.toThrow("not_found");
  expect(await tx.select().from(groupMembers)).toHaveLength(2);
});
