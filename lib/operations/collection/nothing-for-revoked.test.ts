import { expect } from "vitest";
import { collectionMembers } from "@/db/schema/collection-members";
import { groupMembers } from "@/db/schema/group-members";
import type { GroupId } from "@/lib/domain/ids";
import { changeAccessInCollections } from "@/lib/operations/collection/change-access-in-collections";
import { changeCollectionAccess } from "@/lib/operations/collection/change-collection-access";
import { createCollection } from "@/lib/operations/collection/create-collection";
import { execute } from "@/lib/operations/command";
import { changeGroupMembers } from "@/lib/operations/group/change-group-members";
import { createGroup } from "@/lib/operations/group/create-group";
import { changeMemberCollections } from "@/lib/operations/organization/change-member-collections";
import { changeMemberGroups } from "@/lib/operations/organization/change-member-groups";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { aCollection, aConfirmed, aMemberOf, anOrganizationWith, anyId, keyOf } from "@/test/organization";
import { aPerson, sealedText } from "@/test/people";

test("whoever is revoked is given no collection and put into no group, from whichever side", async ({
  tx,
}) => {
  const { organizationId } = await anOrganizationWith(tx);
  const owner = await aConfirmed(tx, organizationId, "owner", "Brett Warden");
  const billy = await aPerson(tx, "Billy Warden");
  const memberId = await aMemberOf(tx, organizationId, billy, { status: "revoked" });
  const collectionId = await aCollection(tx, organizationId);
  const groupId = anyId() as GroupId;
  await execute(tx, createGroup, owner.actor, { organizationId, groupId, name: "Finance" });

  const permission = "view" as const;
  const none = { changed: [], taken: [] };
  const about = { organizationId, collectionId };
  const given = [{ memberId, permission }];
  const by = owner.actor;
  await expectRefused(tx, changeCollectionAccess, by, { ...about, given, ...none }, "not_found");
  const made = {
    ...about,
    collectionId: anyId(),
    name: sealedText(),
    organizationKeyId: keyOf(organizationId),
  };
  await expectRefused(tx, createCollection, by, { ...made, members: given, groups: [] }, "not_found");
  const several = { organizationId, collectionIds: [collectionId], holder: { memberId }, permission };
  await expectRefused(tx, changeAccessInCollections, by, several, "not_found");
  const joining = { organizationId, groupId, given: [memberId], taken: [] };
  await expectRefused(tx, changeGroupMembers, by, joining, "not_found");
  const theirs = { organizationId, memberId, given: [{ collectionId, permission }], ...none };
  await expectRefused(tx, changeMemberCollections, by, theirs, "not_found");
  const groups = { organizationId, memberId, given: [groupId], taken: [] };
  await expectRefused(tx, changeMemberGroups, by, groups, "not_found");
  expect([await tx.$count(collectionMembers), await tx.$count(groupMembers)]).toEqual([0, 0]);
});
