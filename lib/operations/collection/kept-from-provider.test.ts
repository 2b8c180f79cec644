import { eq } from "drizzle-orm";
import { expect } from "vitest";
import type { Tx } from "@/db/client";
import { collectionMembers } from "@/db/schema/collection-members";
import { groups } from "@/db/schema/groups";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { type CollectionId, GroupId } from "@/lib/domain/ids";
import { features } from "@/lib/domain/organization/plans";
import { changeAccessInCollections } from "@/lib/operations/collection/change-access-in-collections";
import { changeCollectionAccess } from "@/lib/operations/collection/change-collection-access";
import { createCollection } from "@/lib/operations/collection/create-collection";
import { deleteCollections } from "@/lib/operations/collection/delete-collections";
import { execute } from "@/lib/operations/command";
import { changeGroupAccess } from "@/lib/operations/group/change-group-access";
import { changeGroupMembers } from "@/lib/operations/group/change-group-members";
import { putIntoGroup } from "@/lib/operations/group/internal/belonging";
import { assignItems } from "@/lib/operations/item/assign-items";
import { changeMemberCollections } from "@/lib/operations/organization/change-member-collections";
import { changeMemberGroups } from "@/lib/operations/organization/change-member-groups";
import { confirmOrganizationMembers } from "@/lib/operations/organization/confirm-members";
import { inviteOrganizationMembers } from "@/lib/operations/organization/invite-members";
import { removeOrganizationMembers } from "@/lib/operations/organization/remove-members";
import { restoreOrganizationMembers } from "@/lib/operations/organization/restore-members";
import { revokeOrganizationMembers } from "@/lib/operations/organization/revoke-members";
import { setCollectionSwitches } from "@/lib/operations/organization/set-collection-switches";
import { test } from "@/test/database";
import {
  aCollection,
  aConfirmed,
  aMemberOf,
  anItem,
  anOrganizationWith,
  anyId,
  aVisit,
  keyOf,
  rowOf,
} from "@/test/organization";
import { aPerson, type Person, sealedKey, sealedText } from "@/test/people";
import { aClientOf, aProviderWith } from "@/test/provider";

/** A client with an owner of its own and a visitor, where a colleague of the visitor has a place. */
async function aClient(tx: Tx) {
  const team = await aProviderWith(tx, {
    technician: "service_user, confirmed",
    colleague: "service_user, confirmed",
    newcomer: "service_user, confirmed",
  });
  const organizationId = await aClientOf(tx, team.providerId);
  await tx
    .update(organizations)
    .set({ features: [...features], providerAccess: "manage_without_items" })
    .where(eq(organizations.id, organizationId));
  const owner = await aConfirmed(tx, organizationId, "owner", "Olive Owner");
  await aVisit(tx, organizationId, team.providerId, team.technician);
  const memberId = await aMemberOf(tx, organizationId, team.colleague, { role: "user" });
  await tx
    .update(organizationMembers)
    .set({ placeOfProvider: team.providerId })
    .where(eq(organizationMembers.id, memberId));
  const collectionId = await aCollection(tx, organizationId);
  const aGroup = async (name: string) => {
    const id = GroupId.parse(anyId());
    await tx.insert(groups).values({ id, organizationId, name, sortName: name });
    return id;
  };
  const [theirs, empty] = [await aGroup("theirs"), await aGroup("empty")];
  await putIntoGroup(tx, { organizationId, groupId: theirs }, [memberId]);
  return { ...team, organizationId, owner, memberId, collectionId, theirs, empty };
}

type World = Awaited<ReturnType<typeof aClient>>;

/** Each way to give a collection, or a group, to the colleague. */
const ways = {
  "a collection to the member": (tx, { organizationId, memberId, collectionId }, by) =>
    execute(tx, changeMemberCollections, by.actor, {
      organizationId,
      memberId,
      given: [{ collectionId, permission: "manage" }],
      changed: [],
      taken: [],
    }),
  "the member to a collection": (tx, { organizationId, memberId, collectionId }, by) =>
    execute(tx, changeCollectionAccess, by.actor, {
      organizationId,
      collectionId,
      given: [{ memberId, permission: "manage" }],
      changed: [],
      taken: [],
    }),
  "several collections to the member": (tx, { organizationId, memberId, collectionId }, by) =>
    execute(tx, changeAccessInCollections, by.actor, {
      organizationId,
      collectionIds: [collectionId],
      holder: { memberId },
      permission: "manage",
    }),
  "several collections to their group": (tx, { organizationId, theirs, collectionId }, by) =>
    execute(tx, changeAccessInCollections, by.actor, {
      organizationId,
      collectionIds: [collectionId],
      holder: { groupId: theirs },
      permission: "manage",
    }),
  "a cell of the matrix": (tx, { organizationId, theirs: groupId, collectionId }, by) =>
    execute(tx, changeGroupAccess, by.actor, {
      organizationId,
      cells: [{ groupId, collectionId, from: null, to: "manage" }],
    }),
  "their group to a collection": (tx, { organizationId, theirs: groupId, collectionId }, by) =>
    execute(tx, changeCollectionAccess, by.actor, {
      organizationId,
      collectionId,
      given: [],
      changed: [],
      taken: [],
      groups: [{ groupId, from: null, to: "manage" }],
    }),
  "a group to the member": (tx, { organizationId, memberId, empty }, by) =>
    execute(tx, changeMemberGroups, by.actor, { organizationId, memberId, given: [empty], taken: [] }),
  "the member to a group": (tx, { organizationId, memberId, empty: groupId }, by) =>
    execute(tx, changeGroupMembers, by.actor, { organizationId, groupId, given: [memberId], taken: [] }),
  "a new collection": (tx, { organizationId, memberId }, by) =>
    execute(tx, createCollection, by.actor, {
      organizationId,
      organizationKeyId: keyOf(organizationId),
      collectionId: anyId(),
      name: sealedText(),
      members: [{ memberId, permission: "manage" }],
    }),
  "a collection with the invitation": (tx, { organizationId, newcomer, collectionId }, by) =>
    execute(tx, inviteOrganizationMembers, by.actor, {
      organizationId,
      emails: [newcomer.email],
      role: "user",
      collections: [{ collectionId, permission: "manage" }],
    }),
} satisfies Record<string, (tx: Tx, world: World, by: Person) => Promise<unknown>>;
type Way = keyof typeof ways;

test.for(Object.keys(ways) as Way[])(
  "the provider gives its own people nothing where items are kept from it: %s",
  async (way, { tx }) => {
    const world = await aClient(tx);
    const give = (by: Person) => tx.transaction(async (inner) => ways[way](inner, world, by));
    await expect(give(world.technician)).rejects.toMatchObject({ refusal: "items_kept_from_provider" });
    await give(world.owner);
  },
);

test("nobody in a place of the provider's puts items where a colleague has them", async ({ tx }) => {
  const world = await aClient(tx);
  const { organizationId, providerId, owner, colleague, memberId, newcomer } = world;
  const other = await aMemberOf(tx, organizationId, newcomer, { role: "user" });
  await tx
    .update(organizationMembers)
    .set({ placeOfProvider: providerId })
    .where(eq(organizationMembers.id, other));
  const kept = await aCollection(tx, organizationId, { [memberId]: "manage" });
  const given = await aCollection(tx, organizationId, { [memberId]: "edit", [other]: "view" });
  const mine = await aCollection(tx, organizationId, { [memberId]: "manage", [owner.memberId]: "view" });
  const itemId = await anItem(tx, organizationId, [kept]);
  const put = (by: Person, into: CollectionId) =>
    tx.transaction((inner) =>
      execute(inner, assignItems, by.actor, { itemIds: [itemId], given: [into], taken: [] }),
    );
  await expect(put(colleague, given)).rejects.toMatchObject({ refusal: "items_kept_from_provider" });
  await put(colleague, mine);
  await put(owner, given);
});

test("the provider gives them what it reads itself, and to others what they need", async ({ tx }) => {
  const world = await aClient(tx);
  const { organizationId, technician } = world;
  const other = await aConfirmed(tx, organizationId, "user", "Mia Member");
  await ways["a collection to the member"](tx, { ...world, memberId: other.memberId }, technician);
  await tx.update(organizations).set({ providerAccess: "full" }).where(eq(organizations.id, organizationId));
  for (const way of ["a collection to the member", "a cell of the matrix", "a group to the member"] as const)
    await ways[way](tx, world, technician);
});

/** The client has an owner whom the provider has let in, so nobody counts; and somebody of the team waits to come in. */
async function aClientWhereNobodyCounts(tx: Tx) {
  const world = await aClient(tx);
  const { organizationId, owner, memberId, newcomer } = world;
  await tx
    .update(organizationMembers)
    .set({ letInByProvider: true })
    .where(eq(organizationMembers.id, owner.memberId));
  const named = await aMemberOf(tx, organizationId, newcomer, { role: "owner", status: "accepted" });
  await tx
    .update(organizationMembers)
    .set({ approvedAt: new Date() })
    .where(eq(organizationMembers.id, named));
  await execute(tx, revokeOrganizationMembers, owner.actor, { organizationId, memberIds: [memberId] });
  return { ...world, named };
}

/** Each way to give somebody of the provider a whole place, with what they have by it. */
const places: Record<
  string,
  (tx: Tx, world: Awaited<ReturnType<typeof aClientWhereNobodyCounts>>, by: Person) => Promise<unknown>
> = {
  "restores a member of a group": async (tx, world, by) => {
    await ways["a cell of the matrix"](tx, world, world.owner);
    const { organizationId, memberId } = world;
    return execute(tx, restoreOrganizationMembers, by.actor, { organizationId, memberIds: [memberId] });
  },
  "restores a member with a collection": async (tx, { organizationId, memberId, collectionId }, by) => {
    await tx.insert(collectionMembers).values({ organizationId, memberId, collectionId, permission: "view" });
    return execute(tx, restoreOrganizationMembers, by.actor, { organizationId, memberIds: [memberId] });
  },
  "restores an admin": async (tx, { organizationId, memberId }, by) => {
    await tx.update(organizationMembers).set({ role: "admin" }).where(eq(organizationMembers.id, memberId));
    return execute(tx, restoreOrganizationMembers, by.actor, { organizationId, memberIds: [memberId] });
  },
  "confirms the owner whom it has named": (tx, { organizationId, named, newcomer }, by) =>
    execute(tx, confirmOrganizationMembers, by.actor, {
      organizationId,
      organizationKeyId: keyOf(organizationId),
      people: [
        {
          memberId: named,
          publicKey: newcomer.publicKey,
          organizationKeyForMember: sealedKey(),
        },
      ],
    }),
};

test.for(Object.entries(places))(
  "nor does a place come with what is kept, where nobody counts: the provider %s",
  async ([, give], { tx }) => {
    const world = await aClientWhereNobodyCounts(tx);
    const attempt = (by: Person) => tx.transaction((inner) => give(inner, world, by));
    await expect(attempt(world.technician)).rejects.toMatchObject({ refusal: "items_kept_from_provider" });
    await attempt(world.owner);
  },
);

test("a place that comes to no items is restored by the provider where nobody counts", async ({ tx }) => {
  const { organizationId, memberId, technician } = await aClientWhereNobodyCounts(tx);
  await execute(tx, restoreOrganizationMembers, technician.actor, { organizationId, memberIds: [memberId] });
  expect((await rowOf(tx, memberId))?.status).toBe("confirmed");
});

const opened = {
  limitCollectionCreation: true,
  limitCollectionDeletion: true,
  limitItemDeletion: false,
  allowAdminAccessToAllCollectionItems: true,
};

/** What opens items to whole roles, among which somebody of the provider may be. */
const wide: Record<string, (tx: Tx, world: World, by: Person) => Promise<unknown>> = {
  "the switch by which admins reach everything": (tx, { organizationId }, by) =>
    execute(tx, setCollectionSwitches, by.actor, { organizationId, ...opened }),
  "a deleted collection, whose items are unassigned": async (tx, { organizationId, owner }, by) => {
    const collectionId = await aCollection(tx, organizationId, { [owner.memberId]: "manage" });
    await anItem(tx, organizationId, [collectionId]);
    return execute(tx, deleteCollections, by.actor, { organizationId, collectionIds: [collectionId] });
  },
};

test.for(Object.entries(wide))("no admin of the provider gets items by %s", async ([, open], { tx }) => {
  const world = await aClient(tx);
  const { organizationId, memberId, technician, owner } = world;
  await tx
    .update(organizations)
    .set({ allowAdminAccessToAllCollectionItems: false })
    .where(eq(organizations.id, organizationId));
  await tx.update(organizationMembers).set({ role: "admin" }).where(eq(organizationMembers.id, memberId));
  const attempt = (by: Person) => tx.transaction((here) => open(here, world, by));
  await expect(attempt(technician)).rejects.toMatchObject({ refusal: "items_kept_from_provider" });
  await attempt(owner);
});

test("an admin who does not reach everything takes no collection while its manager is revoked, or waits for the key again", async ({
  tx,
}) => {
  const { organizationId } = await anOrganizationWith(tx, { allowAdminAccessToAllCollectionItems: false });
  const admin = await aConfirmed(tx, organizationId, "admin", "Adam Admin");
  const manager = await aConfirmed(tx, organizationId, "user", "Mona Manager");
  const collectionId = await aCollection(tx, organizationId, { [manager.memberId]: "manage" });
  const take = () =>
    execute(tx, changeCollectionAccess, admin.actor, {
      organizationId,
      collectionId,
      given: [{ memberId: admin.memberId, permission: "manage" }],
      changed: [],
      taken: [],
    });
  const target = { organizationId, memberIds: [manager.memberId] };
  await execute(tx, revokeOrganizationMembers, admin.actor, target);
  await expect(take()).rejects.toThrow("not_found");
  // A key that was replaced meanwhile leaves them out, so whoever restores them has them wait.
  await tx
    .update(organizationMembers)
    .set({ organizationKeyForMember: null, organizationKeyId: null })
    .where(eq(organizationMembers.id, manager.memberId));
  await execute(tx, restoreOrganizationMembers, admin.actor, target);
  expect(await rowOf(tx, manager.memberId)).toMatchObject({ status: "accepted" });
  await expect(take()).rejects.toThrow("not_found");
  await execute(tx, removeOrganizationMembers, admin.actor, target);
  await take();
});

test("whoever never had the key keeps no collection from admins, not even once they were revoked", async ({
  tx,
}) => {
  const { organizationId } = await anOrganizationWith(tx, { allowAdminAccessToAllCollectionItems: false });
  const admin = await aConfirmed(tx, organizationId, "admin", "Adam Admin");
  const memberId = await aMemberOf(tx, organizationId, await aPerson(tx, "Ida Invited"), {
    status: "invited",
  });
  const collectionId = await aCollection(tx, organizationId, { [memberId]: "manage" });
  const { memberId: adminId } = admin;
  const target = { organizationId, memberIds: [memberId] };
  await execute(tx, revokeOrganizationMembers, admin.actor, target);
  await execute(tx, changeCollectionAccess, admin.actor, {
    organizationId,
    collectionId,
    given: [{ memberId: adminId, permission: "manage" }],
    changed: [],
    taken: [],
  });
});
