import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Tx } from "@/db/client";
import { collectionGroups } from "@/db/schema/collection-groups";
import { collectionMembers } from "@/db/schema/collection-members";
import { events } from "@/db/schema/events";
import { groupMembers } from "@/db/schema/group-members";
import { groups } from "@/db/schema/groups";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import type { CollectionPermission } from "@/lib/domain/collection/permission";
import type { CollectionId, GroupId, OrganizationMemberId } from "@/lib/domain/ids";
import type { Refusal } from "@/lib/domain/refusal";
import { changeCollectionAccess } from "@/lib/operations/collection/change-collection-access";
import { listCollections } from "@/lib/operations/collection/list-collections";
import { execute } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { changeGroupAccess } from "@/lib/operations/group/change-group-access";
import { changeGroupMembers } from "@/lib/operations/group/change-group-members";
import { createGroup } from "@/lib/operations/group/create-group";
import { deleteGroups } from "@/lib/operations/group/delete-groups";
import { getMatrix } from "@/lib/operations/group/get-matrix";
import { getMemberAccess } from "@/lib/operations/group/get-member-access";
import { listGroupMembers } from "@/lib/operations/group/list-group-members";
import { listGroups } from "@/lib/operations/group/list-groups";
import { renameGroup } from "@/lib/operations/group/rename-group";
import { removeOrganizationMembers } from "@/lib/operations/organization/remove-members";
import { restoreOrganizationMembers } from "@/lib/operations/organization/restore-members";
import { revokeOrganizationMembers } from "@/lib/operations/organization/revoke-members";
import { ask } from "@/lib/operations/query";
import { untrueCounts } from "@/test/counts";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { wholeVault } from "@/test/my-vault";
import { aCollection, aConfirmed, aMemberOf, anItem, anOrganizationWith, anyId } from "@/test/organization";

type Columns = Parameters<typeof anOrganizationWith>[1];

async function anOrganization(tx: Tx, columns: Columns = {}, people = ["Brett Warden", "Billy Warden"]) {
  const [first = "", second = ""] = people;
  const { organizationId } = await anOrganizationWith(tx, columns);
  const owner = await aConfirmed(tx, organizationId, "owner", first);
  const user = await aConfirmed(tx, organizationId, "user", second);
  const collectionId = await aCollection(tx, organizationId);
  const groupId = anyId() as GroupId;
  await execute(tx, createGroup, owner.actor, { organizationId, groupId, name: "Finance" });
  const target = { organizationId, groupId };
  const cell = (from: CollectionPermission | null, to: CollectionPermission | null) => ({
    organizationId,
    cells: [{ groupId, collectionId, from, to }],
  });
  const members = (given: OrganizationMemberId[], taken: OrganizationMemberId[] = []) => ({
    ...target,
    given,
    taken,
  });
  return { organizationId, owner, user, collectionId, groupId, target, cell, members };
}

/** What somebody's vault shows: each collection, whether items can be put into it, and how many items. */
async function vaultOf(tx: Tx, person: Awaited<ReturnType<typeof aConfirmed>>) {
  const { collections, items } = await wholeVault(tx, person.actor);
  return { mayEdit: collections.map(({ mayEdit }) => mayEdit), items: items.length };
}

test.for(["given", "taken"] as const)(
  "whose row somebody may not touch is %s by them in no group",
  async (what, { tx }) => {
    const { organizationId, owner, user, members } = await anOrganization(tx, {
      features: ["groups", "custom_permissions"],
    });
    const admin = await aConfirmed(tx, organizationId, "admin", "Betty Warden");
    const custom = await aConfirmed(tx, organizationId, "custom", "Carla Warden");
    await tx
      .update(organizationMembers)
      .set({ permissions: ["manage_groups", "manage_users"] })
      .where(eq(organizationMembers.id, custom.memberId));
    const everybody = [owner, admin, user].map(({ memberId }) => memberId);
    if (what === "taken") await execute(tx, changeGroupMembers, owner.actor, members(everybody));
    const change = (of: OrganizationMemberId) => (what === "given" ? members([of]) : members([], [of]));
    const no = (by: typeof admin, of: typeof admin, refusal: Refusal) =>
      expectRefused(tx, changeGroupMembers, by.actor, change(of.memberId), refusal);
    await no(custom, owner, "only_owners_manage_owners");
    await no(custom, admin, "custom_manages_no_admins");
    await no(admin, owner, "only_owners_manage_owners");
    await execute(tx, changeGroupMembers, custom.actor, change(user.memberId));
    await execute(tx, changeGroupMembers, admin.actor, change(admin.memberId));
  },
);

describe("what a group is given", () => {
  test("its members have, in their vault and in every count, until they leave it or it goes", async ({
    tx,
  }) => {
    const { organizationId, owner, user, collectionId, groupId, cell, members } = await anOrganization(tx);
    await anItem(tx, organizationId, [collectionId]);
    await execute(tx, changeGroupMembers, owner.actor, members([user.memberId]));
    await execute(tx, changeGroupAccess, owner.actor, cell(null, "view"));
    expect(await vaultOf(tx, user)).toEqual({ mayEdit: [false], items: 1 });
    expect((await ask(tx, listGroups, owner.actor, { organizationId })).groups).toMatchObject([
      { name: "Finance", members: 1, collections: 1 },
    ]);
    expect(await untrueCounts(tx)).toEqual([]);

    await execute(tx, changeGroupMembers, owner.actor, members([], [user.memberId]));
    expect(await vaultOf(tx, user)).toEqual({ mayEdit: [], items: 0 });

    await execute(tx, changeGroupMembers, owner.actor, members([user.memberId]));
    await execute(tx, deleteGroups, owner.actor, { organizationId, groupIds: [groupId] });
    expect(await vaultOf(tx, user)).toEqual({ mayEdit: [], items: 0 });
    expect([await tx.$count(groupMembers), await tx.$count(collectionGroups)]).toEqual([0, 0]);
    expect(await untrueCounts(tx)).toEqual([]);
  });

  test("a revoked member is listed and not counted, and counts again once restored", async ({ tx }) => {
    const { organizationId, owner, user, collectionId, groupId, cell, members } = await anOrganization(tx);
    await execute(tx, changeGroupMembers, owner.actor, members([user.memberId]));
    await execute(tx, changeGroupAccess, owner.actor, cell(null, "view"));
    // By name too: a collection counts nobody who has it through a group alone.
    const byName = {
      given: [{ memberId: user.memberId, permission: "view" as const }],
      changed: [],
      taken: [],
    };
    await execute(tx, changeCollectionAccess, owner.actor, { organizationId, collectionId, ...byName });
    const counts = async () => {
      expect(await untrueCounts(tx)).toEqual([]);
      const { groups } = await ask(tx, listGroups, owner.actor, { organizationId });
      const { collections } = await ask(tx, listCollections, owner.actor, { organizationId });
      return [groups[0]?.members, collections.find(({ id }) => id === collectionId)?.members];
    };
    const targets = { organizationId, memberIds: [user.memberId] };
    const before = await counts();
    await execute(tx, revokeOrganizationMembers, owner.actor, targets);
    expect(await counts()).toEqual(before.map((count) => Number(count) - 1));
    const listed = await ask(tx, listGroupMembers, owner.actor, { organizationId, groupId });
    expect(listed.members).toMatchObject([{ id: user.memberId, status: "revoked" }]);
    await execute(tx, restoreOrganizationMembers, owner.actor, targets);
    expect(await counts()).toEqual(before);
    await execute(tx, revokeOrganizationMembers, owner.actor, targets);
    await execute(tx, removeOrganizationMembers, owner.actor, targets);
    expect(await counts()).toEqual(before.map((count) => Number(count) - 1));
  });

  test("what was given by name wins; among groups the most generous does", async ({ tx }) => {
    const { organizationId, owner, user, collectionId, target, cell, members } = await anOrganization(tx);
    const other = { organizationId, groupId: anyId() as GroupId };
    await execute(tx, createGroup, owner.actor, { ...other, name: "Audit" });
    await execute(tx, changeGroupMembers, owner.actor, members([user.memberId]));
    await execute(tx, changeGroupMembers, owner.actor, { ...other, given: [user.memberId], taken: [] });
    await execute(tx, changeGroupAccess, owner.actor, cell(null, "view_hidden"));
    const generous = [{ groupId: other.groupId, collectionId, from: null, to: "edit" as const }];
    await execute(tx, changeGroupAccess, owner.actor, { organizationId, cells: generous });
    expect((await vaultOf(tx, user)).mayEdit).toEqual([true]);
    const { ways, reachesAll } = await ask(tx, getMemberAccess, owner.actor, {
      organizationId,
      memberId: user.memberId,
    });
    const ofOwner = { organizationId, memberId: owner.memberId };
    expect(reachesAll).toBe(false);
    expect(await ask(tx, getMemberAccess, owner.actor, ofOwner)).toEqual({ reachesAll: true, ways: [] });
    expect(ways.map(({ group, permission }) => [group, permission]).sort()).toEqual([
      ["Audit", "edit"],
      ["Finance", "view_hidden"],
    ]);

    const mine = await aCollection(tx, organizationId, { [user.memberId]: "view" });
    const theirs = [{ groupId: target.groupId, collectionId: mine, from: null, to: "manage" as const }];
    await execute(tx, changeGroupAccess, owner.actor, { organizationId, cells: theirs });
    expect((await vaultOf(tx, user)).mayEdit.sort()).toEqual([false, true]);
  });

  test("is changed as a whole: a cell that is otherwise by now changes none", async ({ tx }) => {
    const { organizationId, owner, collectionId, groupId, cell } = await anOrganization(tx);
    const second = await aCollection(tx, organizationId);
    await execute(tx, changeGroupAccess, owner.actor, cell(null, "edit"));
    const fresh = { groupId, collectionId: second, from: null, to: "edit" as const };
    for (const stale of [
      { from: null, to: "view" },
      { from: "view", to: "manage" },
      { from: "view", to: null },
    ] as const) {
      const cells = [{ groupId, collectionId, ...stale }, fresh];
      await expectRefused(tx, changeGroupAccess, owner.actor, { organizationId, cells }, "access_changed");
    }
    const { cells } = await ask(tx, getMatrix, owner.actor, { organizationId });
    expect(cells).toEqual([{ groupId, collectionId, permission: "edit" }]);
    const twice = { groupId, collectionId, from: "edit" as const, to: null };
    await expect(
      execute(tx, changeGroupAccess, owner.actor, { organizationId, cells: [twice, twice] }),
    ).rejects.toThrow();
  });

  test("leaves no collection without a manager where owners do not reach it", async ({ tx }) => {
    const { organizationId, owner, user, groupId, cell, members } = await anOrganization(tx, {
      allowAdminAccessToAllCollectionItems: false,
    });
    await execute(tx, changeGroupMembers, owner.actor, members([user.memberId]));
    await execute(tx, changeGroupAccess, owner.actor, cell(null, "manage"));
    expect((await vaultOf(tx, user)).mayEdit).toEqual([true]);
    await expectRefused(
      tx,
      changeGroupMembers,
      owner.actor,
      members([], [user.memberId]),
      "collection_needs_manager",
    );
    const whole = { organizationId, groupIds: [groupId] };
    await expectRefused(tx, deleteGroups, owner.actor, whole, "collection_needs_manager");
    // Whoever does not manage it may not change it either: to them it is not there.
    await expectRefused(tx, changeGroupAccess, owner.actor, cell("manage", "view"), "not_found");
  });
});

describe("where owners and admins do not reach every collection", () => {
  const closed = { allowAdminAccessToAllCollectionItems: false };

  /** A collection that only a plain user manages, through the group. */
  async function managedThroughGroup(tx: Tx) {
    const here = await anOrganization(tx, closed);
    const { organizationId, owner, user, groupId, collectionId, members } = here;
    await execute(tx, changeGroupMembers, owner.actor, members([user.memberId]));
    await tx.insert(collectionGroups).values({ organizationId, groupId, collectionId, permission: "manage" });
    return here;
  }

  test("nobody puts others into a group whose collections they do not manage", async ({ tx }) => {
    const { organizationId, owner, members } = await managedThroughGroup(tx);
    const admin = await aConfirmed(tx, organizationId, "admin", "Adam Admin");
    const other = members([(await aConfirmed(tx, organizationId, "user", "Betty Warden")).memberId]);
    for (const { actor } of [owner, admin])
      await expectRefused(tx, changeGroupMembers, actor, other, "group_has_other_collections");
  });

  test("an invitation that nobody has accepted is no manager to leave a collection to", async ({ tx }) => {
    const { organizationId, owner, user, collectionId, members } = await managedThroughGroup(tx);
    const invited = await aMemberOf(
      tx,
      organizationId,
      { userId: owner.userId, email: "later@client.example" },
      {
        status: "invited",
      },
    );
    await tx
      .insert(collectionMembers)
      .values({ organizationId, collectionId, memberId: invited, permission: "manage" });
    const leaving = members([], [user.memberId]);
    await expectRefused(tx, changeGroupMembers, owner.actor, leaving, "collection_needs_manager");
  });
});

describe("who is in a group", () => {
  test("is changed by those named and nobody else; sent twice, it is done once", async ({ tx }) => {
    const { owner, user, target, members } = await anOrganization(tx);
    const joining = members([user.memberId]);
    await execute(tx, changeGroupMembers, owner.actor, joining);
    await execute(tx, changeGroupMembers, owner.actor, joining);
    const page = await ask(tx, listGroupMembers, owner.actor, target);
    expect(page.members).toMatchObject([{ id: user.memberId, name: "Billy Warden" }]);
    const log = await tx
      .select({ type: events.type, details: events.details })
      .from(events)
      .orderBy(events.sequence);
    expect(log).toEqual([
      { type: "group.created", details: { name: "Finance" } },
      { type: "group.updated", details: { change: "members", name: "Finance", given: 1, taken: 0 } },
    ]);
  });

  test("nobody adds themselves where owners do not reach every collection", async ({ tx }) => {
    const closed = { allowAdminAccessToAllCollectionItems: false };
    const { owner, user, members } = await anOrganization(tx, closed);
    await expectRefused(
      tx,
      changeGroupMembers,
      owner.actor,
      members([owner.memberId]),
      "cannot_add_yourself",
    );
    await execute(tx, changeGroupMembers, owner.actor, members([user.memberId]));
  });
});

test("another organization's group, collection or member answers as if it did not exist", async ({ tx }) => {
  const here = await anOrganization(tx);
  const there = await anOrganization(tx, { name: "Other" }, ["Betty Warden", "Stranger"]);
  const { organizationId, owner, user, target } = here;
  const foreign = { organizationId, groupId: there.groupId };
  const refused = [
    () => execute(tx, renameGroup, owner.actor, { ...foreign, name: "Mine" }),
    () => execute(tx, changeGroupMembers, owner.actor, { ...foreign, given: [user.memberId], taken: [] }),
    () =>
      execute(tx, changeGroupMembers, owner.actor, { ...target, given: [there.user.memberId], taken: [] }),
    () => execute(tx, deleteGroups, owner.actor, { organizationId, groupIds: [here.groupId, there.groupId] }),
    () => ask(tx, listGroupMembers, owner.actor, foreign),
    () => ask(tx, getMemberAccess, owner.actor, { organizationId, memberId: there.user.memberId }),
  ];
  for (const attempt of refused) await expect(attempt()).rejects.toThrow(NotFound);
  const mixed: [GroupId, CollectionId][] = [
    [here.groupId, there.collectionId],
    [there.groupId, here.collectionId],
  ];
  for (const [groupId, collectionId] of mixed) {
    const cells = [{ groupId, collectionId, from: null, to: "edit" as const }];
    await expectRefused(tx, changeGroupAccess, owner.actor, { organizationId, cells }, "not_found");
    const crossing = tx.transaction((inner) =>
      inner.insert(collectionGroups).values({ organizationId, groupId, collectionId, permission: "edit" }),
    );
    await expect(crossing).rejects.toMatchObject({ cause: { code: "23503" } });
  }
  const crossing = tx.transaction((inner) =>
    inner.insert(groupMembers).values({ ...target, memberId: there.user.memberId }),
  );
  await expect(crossing).rejects.toMatchObject({ cause: { code: "23503" } });
});

test("plain members see no groups, and a plan without them has none", async ({ tx }) => {
  const { organizationId, owner, user, target } = await anOrganization(tx);
  await expectRefused(tx, renameGroup, user.actor, { ...target, name: "Mine" }, "not_found");
  await expect(ask(tx, listGroups, user.actor, { organizationId })).rejects.toThrow(NotFound);
  await tx.update(organizations).set({ features: ["events"] });
  await expectRefused(tx, renameGroup, owner.actor, { ...target, name: "Mine" }, "not_in_plan");
  expect(await tx.select({ name: groups.name }).from(groups)).toEqual([{ name: "Finance" }]);
});
