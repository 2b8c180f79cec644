import { collectionGroups } from "@/db/schema/collection-groups";
import { groupMembers } from "@/db/schema/group-members";
import type { GroupId } from "@/lib/domain/ids";
import { execute } from "@/lib/operations/command";
import { changeGroupAccess } from "@/lib/operations/group/change-group-access";
import { createGroup } from "@/lib/operations/group/create-group";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { aCollection, aConfirmed, anOrganizationWith, anyId } from "@/test/organization";

test.for([
  ["another permission", "view"],
  ["empty", null],
] as const)(
  "a cell of the matrix that becomes %s takes no collection its last manager",
  async ([, to], { tx }) => {
    const { organizationId } = await anOrganizationWith(tx, { allowAdminAccessToAllCollectionItems: false });
    const owner = await aConfirmed(tx, organizationId, "owner", "Brett Warden");
    const collectionId = await aCollection(tx, organizationId);
    const groupId = anyId() as GroupId;
    await execute(tx, createGroup, owner.actor, { organizationId, groupId, name: "Finance" });
    await tx.insert(groupMembers).values({ organizationId, groupId, memberId: owner.memberId });
    await tx.insert(collectionGroups).values({ organizationId, groupId, collectionId, permission: "manage" });

    const cells = [{ groupId, collectionId, from: "manage" as const, to }];
    const input = { organizationId, cells };
    await expectRefused(tx, changeGroupAccess, owner.actor, input, "collection_needs_manager");
    const other = await aCollection(tx, organizationId, { [owner.memberId]: "manage" });
    await tx
      .insert(collectionGroups)
      .values({ organizationId, groupId, collectionId: other, permission: "manage" });
    const kept = [{ groupId, collectionId: other, from: "manage" as const, to }];
    await execute(tx, changeGroupAccess, owner.actor, { organizationId, cells: kept });
  },
);
