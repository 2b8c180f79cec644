import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { ciphers } from "@/db/schema/ciphers";
import { collectionGroups } from "@/db/schema/collection-groups";
import { groupMembers } from "@/db/schema/group-members";
import { groups } from "@/db/schema/groups";
import { organizationMembers } from "@/db/schema/organization-members";
import { features } from "@/lib/domain/organization/plans";
import { reportMemberAccess } from "@/lib/operations/organization/report-member-access";
import { reportMemberCollections } from "@/lib/operations/organization/report-member-collections";
import { ask } from "@/lib/operations/query";
import { test } from "@/test/database";
import { aCollection, aConfirmed, aMemberOf, anItem, anOrganizationWith } from "@/test/organization";
import { aPerson } from "@/test/people";

test("says what each confirmed member reaches, each collection and each item once", async ({ tx }) => {
  const { organizationId } = await anOrganizationWith(tx, { features: [...features], seats: 20 });
  const owner = await aConfirmed(tx, organizationId, "owner", "Owner One");
  const user = await aConfirmed(tx, organizationId, "user", "User One");
  const invited = await aMemberOf(tx, organizationId, await aPerson(tx, "Invited One"), {
    status: "invited",
  });
  const reader = await aConfirmed(tx, organizationId, "custom", "Reader One");
  const permissions = ["reports" as const];
  await tx
    .update(organizationMembers)
    .set({ permissions })
    .where(eq(organizationMembers.id, reader.memberId));
  const byName = await aCollection(tx, organizationId, { [user.memberId]: "view" });
  const shared = await aCollection(tx, organizationId);
  await anItem(tx, organizationId, [byName, shared]);
  await anItem(tx, organizationId, [shared]);
  const trashed = await anItem(tx, organizationId, [shared]);
  await tx.update(ciphers).set({ deletedAt: new Date() }).where(eq(ciphers.id, trashed));
  await anItem(tx, organizationId, []);
  for (const [name, permission] of [
    ["Finance", "view_hidden"],
    ["Support", "edit"],
  ] as const) {
    const [group] = await tx
      .insert(groups)
      .values({ organizationId, name, sortName: name.toLowerCase() })
      .returning({ groupId: groups.id });
    if (!group) throw new Error("no row came back");
    await tx.insert(groupMembers).values({ organizationId, ...group, memberId: user.memberId });
    await tx.insert(collectionGroups).values({ organizationId, ...group, collectionId: shared, permission });
  }

  const { members, next } = await ask(tx, reportMemberAccess, reader.actor, { organizationId });
  expect(next).toBeNull();
  // Two groups lead to one of the collections, which counts once. The list tells no name of a collection.
  expect(
    members.map(({ name, reachesAll, collections, items }) => [name, reachesAll, collections, items]),
  ).toEqual([
    ["Owner One", true, 0, 3],
    ["Reader One", false, 0, 0],
    ["User One", false, 2, 2],
  ]);
  expect(members[2]?.groups).toEqual(["Finance", "Support"]);
  const asked = { organizationId, memberIds: [owner.memberId, user.memberId] };
  const [ofOwner, ofUser] = await ask(tx, reportMemberCollections, reader.actor, asked);
  expect(ofOwner).toEqual({ id: owner.memberId, collections: [] });
  expect(ofUser).toMatchObject({
    id: user.memberId,
    // Made at one moment, they are in no order of their own.
    collections: expect.arrayContaining([
      expect.objectContaining({ collectionId: byName, permission: "view", through: [], items: 1 }),
      expect.objectContaining({
        collectionId: shared,
        permission: "edit",
        through: ["Finance", "Support"],
        items: 2,
      }),
    ]),
  });
  const other = await anOrganizationWith(tx, { name: "Other" });
  const stranger = await aConfirmed(tx, other.organizationId, "user", "Stranger");
  for (const memberId of [stranger.memberId, invited])
    await expect(
      ask(tx, reportMemberCollections, reader.actor, {
        organizationId,
        memberIds: [user.memberId, memberId],
      }),
    ).rejects.toMatchObject({ name: "NotFound" });
  const found = await ask(tx, reportMemberAccess, owner.actor, { organizationId, search: "user" });
  expect(found.members.map(({ name }) => name)).toEqual(["User One"]);
  await expect(ask(tx, reportMemberAccess, user.actor, { organizationId })).rejects.toMatchObject({
    name: "NotFound",
  });
});

test("counts what is in no collection for admins who reach only that beside what they were given", async ({
  tx,
}) => {
  const { organizationId } = await anOrganizationWith(tx, { allowAdminAccessToAllCollectionItems: false });
  const { actor, memberId } = await aConfirmed(tx, organizationId, "admin", "Admin One");
  await aConfirmed(tx, organizationId, "user", "User One");
  await anItem(tx, organizationId, [await aCollection(tx, organizationId, { [memberId]: "view" })]);
  await anItem(tx, organizationId, [await aCollection(tx, organizationId)]);
  const trashed = await anItem(tx, organizationId, []);
  await tx.update(ciphers).set({ deletedAt: new Date() }).where(eq(ciphers.id, trashed));
  await anItem(tx, organizationId, []);
  const { members } = await ask(tx, reportMemberAccess, actor, { organizationId });
  expect(members.map(({ name, reachesAll, items }) => [name, reachesAll, items])).toEqual([
    ["Admin One", false, 2],
    ["User One", false, 0],
  ]);
});
