import { eq } from "drizzle-orm";
import { expect } from "vitest";
import type { Tx } from "@/db/client";
import { collectionMembers } from "@/db/schema/collection-members";
import { collections } from "@/db/schema/collections";
import { events } from "@/db/schema/events";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { providerMembers } from "@/db/schema/provider-members";
import { CollectionId, type OrganizationMemberId } from "@/lib/domain/ids";
import { features } from "@/lib/domain/organization/plans";
import { deleteCollections } from "@/lib/operations/collection/delete-collections";
import { getCollection } from "@/lib/operations/collection/get-collection";
import { listCollections } from "@/lib/operations/collection/list-collections";
import { listOwedCollections } from "@/lib/operations/collection/list-owed-collections";
import { makeMyCollection } from "@/lib/operations/collection/make-my-collection";
import { makeOwnCollections } from "@/lib/operations/collection/make-own-collections";
import { execute } from "@/lib/operations/command";
import { listOrganizationEvents } from "@/lib/operations/event/list-organization-events";
import { getMatrix } from "@/lib/operations/group/get-matrix";
import { getMemberAccess } from "@/lib/operations/group/get-member-access";
import { listGroupNames } from "@/lib/operations/group/list-group-names";
import { createItem } from "@/lib/operations/item/create-item";
import { listOrganizationItems } from "@/lib/operations/item/list-organization-items";
import { reportItemEvent } from "@/lib/operations/item/report-item-event";
import { trashItems } from "@/lib/operations/item/trash-items";
import { changeOrganizationMemberRole } from "@/lib/operations/organization/change-member-role";
import { confirmOrganizationMembers } from "@/lib/operations/organization/confirm-members";
import { getOrganizationMember } from "@/lib/operations/organization/get-member";
import { getOrganizationMembersToConfirm } from "@/lib/operations/organization/get-members-to-confirm";
import { leaveOrganization } from "@/lib/operations/organization/leave-organization";
import { listAssignableMembers } from "@/lib/operations/organization/list-assignable-members";
import { previewPolicy } from "@/lib/operations/organization/preview-policy";
import { refuseOrganizationMember } from "@/lib/operations/organization/refuse-member";
import { removeOrganizationMembers } from "@/lib/operations/organization/remove-members";
import { reportMemberAccess } from "@/lib/operations/organization/report-member-access";
import { reportMemberCollections } from "@/lib/operations/organization/report-member-collections";
import { ask } from "@/lib/operations/query";
import { openCollections } from "@/lib/vault/open-collections";
import { sealCollectionName } from "@/lib/vault/seal-collection";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { wholeVault } from "@/test/my-vault";
import {
  aCollection,
  aConfirmed,
  aMemberOf,
  anOrganizationWith,
  anyId,
  aProviderWithAdmin,
  aVisit,
  keyOf,
  sealedLogin,
  shownPlace,
} from "@/test/organization";
import { aPerson, sealedKey, sealedText } from "@/test/people";
import { anEnterprise, aPolicy } from "@/test/policies";
import { aPersona, aRotation, aSealedClient, confirm, openKeyOf } from "@/test/sealed-world";

const anOwn = () => ({ collectionId: CollectionId.parse(anyId()), name: sealedText() });

/** A client that owns what its members save, and a member who has a collection of their own with an item in it. */
async function aWorld(tx: Tx) {
  const provider = await aProviderWithAdmin(tx);
  const { organizationId } = await anEnterprise(tx, { provider });
  const owner = await aConfirmed(tx, organizationId, "owner", "Olga Owner");
  const member = await aConfirmed(tx, organizationId, "user", "Ursula User");
  await aVisit(tx, organizationId, provider.providerId, provider.admin);
  await aPolicy(tx, organizationId, "data_ownership");
  const organizationKeyId = keyOf(organizationId);
  const own = anOwn();
  await execute(tx, makeMyCollection, member.actor, { organizationId, organizationKeyId, ...own });
  const { collectionId } = own;
  const itemIn = (...collectionIds: CollectionId[]) => ({
    itemId: anyId(),
    organizationId,
    organizationKeyId,
    collectionIds,
    ...sealedLogin(),
  });
  const item = itemIn(collectionId);
  await execute(tx, createItem, member.actor, item);
  return { ...provider, organizationId, organizationKeyId, owner, member, collectionId, itemIn, item };
}

test("turning the policy on tells whom it binds, and makes a collection for each of them, once", async ({
  tx,
}) => {
  const { organizationId } = await anEnterprise(tx);
  const owner = await aConfirmed(tx, organizationId, "owner", "Olga Owner");
  await aConfirmed(tx, organizationId, "admin", "Anna Admin");
  const user = await aConfirmed(tx, organizationId, "user", "Ursula User");
  const custom = await aConfirmed(tx, organizationId, "custom", "Cora Custom");
  await aMemberOf(tx, organizationId, await aPerson(tx, "Ada Accepted"), { status: "accepted" });
  await aMemberOf(tx, organizationId, await aPerson(tx, "Rita Revoked"), { status: "revoked" });
  const preview = () =>
    ask(tx, previewPolicy, owner.actor, { organizationId, type: "data_ownership", enabled: true });
  const owed = () => ask(tx, listOwedCollections, owner.actor, { organizationId });
  expect(await preview()).toMatchObject({ collections: 2 });
  expect(await owed()).toEqual({ name: "", memberIds: [] });
  const make = (memberIds: OrganizationMemberId[]) =>
    execute(tx, makeOwnCollections, owner.actor, {
      organizationId,
      organizationKeyId: keyOf(organizationId),
      collections: memberIds.map((memberId) => ({ memberId, ...anOwn() })),
    });
  expect(await make([user.memberId])).toEqual({ made: 0 });

  await aPolicy(tx, organizationId, "data_ownership", {
    enableIndividualItemsTransfer: false,
    collectionName: "Desk drawer",
  });
  const { name, memberIds } = await owed();
  expect(name).toBe("Desk drawer");
  expect(new Set(memberIds)).toEqual(new Set([user.memberId, custom.memberId]));
  expect(await make([...memberIds, owner.memberId])).toEqual({ made: 2 });
  expect(await make(memberIds)).toEqual({ made: 0 });
  expect(await owed()).toMatchObject({ memberIds: [] });
  expect(await preview()).toMatchObject({ collections: 0 });
  const given = await tx
    .select()
    .from(collectionMembers)
    .where(eq(collectionMembers.organizationId, organizationId));
  expect(given.map(({ memberId, permission }) => [memberId, permission])).toEqual(
    expect.arrayContaining(memberIds.map((id) => [id, "manage"])),
  );
  expect(given).toHaveLength(2);
  const log = await tx.select().from(events).where(eq(events.organizationId, organizationId));
  expect(log.filter(({ type }) => type === "collection.created")).toHaveLength(2);

  const elsewhere = await anOrganizationWith(tx);
  const stranger = await aConfirmed(tx, elsewhere.organizationId, "user", "Sten Stranger");
  await expect(make([stranger.memberId])).rejects.toThrow("not_found");
});

test("nobody else finds somebody's own collection, whatever they reach", async ({ tx }) => {
  const world = await aWorld(tx);
  const { organizationId, admin, owner, member, collectionId, itemIn, item } = world;
  const { itemId } = item;
  for (const { actor } of [owner, admin]) {
    const list = await ask(tx, listCollections, actor, { organizationId });
    expect(list).toMatchObject({ collections: [], unassigned: 0 });
    const target = { organizationId, collectionId };
    await expect(ask(tx, getCollection, actor, target)).rejects.toThrow("not_found");
    await expect(ask(tx, listOrganizationItems, actor, target)).rejects.toThrow("not_found");
    await expectRefused(tx, createItem, actor, itemIn(collectionId), "not_found");
    await expectRefused(tx, trashItems, actor, { itemIds: [itemId] }, "not_found");
    await expectRefused(tx, reportItemEvent, actor, { itemId, what: "viewed" }, "not_found");
    const all = { organizationId, collectionIds: [collectionId] };
    await expectRefused(tx, deleteCollections, actor, all, "not_found");
    const matrix = await ask(tx, getMatrix, actor, { organizationId });
    expect(JSON.stringify(matrix)).not.toContain(collectionId);
  }
  const { memberId } = member;
  const one = { organizationId, memberId };
  expect(await ask(tx, getOrganizationMember, owner.actor, one)).toMatchObject({ grants: [] });
  expect(await ask(tx, getMemberAccess, owner.actor, one)).toEqual({ reachesAll: false, ways: [] });
  const which = { organizationId, memberIds: [memberId] };
  expect(await ask(tx, reportMemberCollections, owner.actor, which)).toEqual([
    { id: memberId, collections: [] },
  ]);
  const { members } = await ask(tx, reportMemberAccess, owner.actor, { organizationId });
  expect(members.map(({ role, collections, items }) => [role, collections, items])).toEqual([
    ["owner", 0, 0],
    ["user", 0, 0],
  ]);
  const { names, events: told } = await ask(tx, listOrganizationEvents, owner.actor, { organizationId });
  expect(told.some(({ subjectId }) => subjectId === itemId)).toBe(true);
  expect(names.items).toEqual([]);

  const vault = await wholeVault(tx, member.actor);
  expect(vault).toMatchObject({
    owed: [],
    collections: [{ id: collectionId, isOwn: true, mayEdit: true }],
    items: [{ id: itemId, may: { edit: true, delete: true, reveal: true, assign: true } }],
  });
  // Not even its member gives it away or does away with it.
  await expectRefused(
    tx,
    deleteCollections,
    member.actor,
    { organizationId, collectionIds: [collectionId] },
    "not_found",
  );
});

test("an item is in one's own collection alone, or in shared ones", async ({ tx }) => {
  const { organizationId, owner, member, collectionId, itemIn } = await aWorld(tx);
  const shared = [
    await aCollection(tx, organizationId, { [member.memberId]: "edit" }),
    await aCollection(tx, organizationId, { [member.memberId]: "manage" }),
  ];
  const both = itemIn(collectionId, ...shared);
  await expectRefused(tx, createItem, member.actor, both, "own_collection_alone");

  // So what is in shared ones is the organization's for good, also when the last of them is deleted.
  const item = itemIn(...shared);
  await execute(tx, createItem, member.actor, item);
  await execute(tx, deleteCollections, owner.actor, { organizationId, collectionIds: shared });
  await execute(tx, reportItemEvent, owner.actor, { itemId: item.itemId, what: "viewed" });
});

test("a collection of one's own opens no list of people or groups, and one of the organization's does", async ({
  tx,
}) => {
  const { organizationId, member } = await aWorld(tx);
  const lists = [listAssignableMembers, listGroupNames].map(
    (list) => () => ask(tx, list as typeof listAssignableMembers, member.actor, { organizationId }),
  );
  for (const list of lists) await expect(list()).rejects.toThrow("not_found");
  await aCollection(tx, organizationId, { [member.memberId]: "manage" });
  for (const list of lists) await list();
});

test("whoever is refused leaves their collection behind, and the seat is free", async ({ tx }) => {
  const { organizationId, providerId, owner, member, collectionId } = await aWorld(tx);
  const { memberId, userId } = member;
  // A new key has left them out, and they have joined the provider's team.
  await tx
    .update(organizationMembers)
    .set({ status: "accepted", organizationKeyForMember: null, organizationKeyId: null })
    .where(eq(organizationMembers.id, memberId));
  const place = { providerId, userId, role: "service_user", status: "confirmed" } as const;
  await tx.insert(providerMembers).values({ ...place, providerKeyForMember: sealedKey() });
  await execute(
    tx,
    refuseOrganizationMember,
    owner.actor,
    await shownPlace(tx, { organizationId, memberId }),
  );
  expect(await tx.select().from(collections).where(eq(collections.id, collectionId))).toMatchObject([
    { type: "shared", ownerMemberId: null, formerOwner: member.email },
  ]);
  expect(await tx.select().from(organizations).where(eq(organizations.id, organizationId))).toMatchObject([
    { usedSeats: 1 },
  ]);
});

test("who is confirmed gets one along with the key, and a page that knows of none is refused", async ({
  tx,
}) => {
  const { organizationId, organizationKeyId, owner } = await aWorld(tx);
  const people = await Promise.all(["Nora New", "Nils New"].map((name) => aPerson(tx, name)));
  const memberIds: OrganizationMemberId[] = [];
  for (const [index, person] of people.entries())
    memberIds.push(
      await aMemberOf(tx, organizationId, person, {
        status: "accepted",
        role: index === 0 ? "user" : "admin",
      }),
    );
  const found = await ask(tx, getOrganizationMembersToConfirm, owner.actor, { organizationId, memberIds });
  const asked = new Map(found.map(({ memberId, ownCollectionName }) => [memberId, ownCollectionName]));
  expect(memberIds.map((id) => asked.get(id))).toEqual(["My items", null]);
  const confirm = (which: typeof found, own: boolean) =>
    execute(tx, confirmOrganizationMembers, owner.actor, {
      organizationId,
      organizationKeyId,
      people: which.map(({ memberId, publicKey }) => ({
        memberId,
        publicKey,
        organizationKeyForMember: sealedKey(),
        ...(own && { ownCollection: anOwn() }),
      })),
    });
  const [first] = found.filter(({ memberId }) => memberId === memberIds[0]);
  if (!first) throw new Error("they have accepted");
  await expect(confirm([first], false)).rejects.toMatchObject({ refusal: "own_collection_needed" });
  await confirm(found, true);
  const owned = await tx.select().from(collections).where(eq(collections.type, "my_items"));
  expect(owned.map(({ ownerMemberId }) => ownerMemberId)).toContain(memberIds[0]);
  // An admin is not bound, so theirs is not made.
  expect(owned).toHaveLength(2);
});

test("whoever becomes bound later makes theirs themselves, once", async ({ tx }) => {
  const { organizationId, organizationKeyId, owner } = await aWorld(tx);
  const other = await aConfirmed(tx, organizationId, "admin", "Anna Admin");
  const vault = () => wholeVault(tx, other.actor);
  const make = () =>
    execute(tx, makeMyCollection, other.actor, { organizationId, organizationKeyId, ...anOwn() });
  expect(await vault()).toMatchObject({ owed: [] });
  expect(await make()).toEqual({ made: 0 });
  const { memberId } = other;
  await execute(tx, changeOrganizationMemberRole, owner.actor, { organizationId, memberId, role: "user" });
  expect(await vault()).toMatchObject({ owed: [{ organizationId, name: "My items" }] });
  expect(await make()).toEqual({ made: 1 });
  expect(await make()).toEqual({ made: 0 });
  expect(await vault()).toMatchObject({ owed: [], collections: [{ isOwn: true }] });
});

test("when its member is removed it is shared, and says whose it was; an empty one goes", async ({ tx }) => {
  const { organizationId, organizationKeyId, owner, member, collectionId, item } = await aWorld(tx);
  const empty = await aConfirmed(tx, organizationId, "user", "Emma Empty");
  const own = anOwn();
  await execute(tx, makeMyCollection, empty.actor, { organizationId, organizationKeyId, ...own });
  await execute(tx, removeOrganizationMembers, owner.actor, {
    organizationId,
    memberIds: [member.memberId, empty.memberId],
  });
  const list = await ask(tx, listCollections, owner.actor, { organizationId });
  expect(list.collections).toMatchObject([
    { id: collectionId, formerOwner: member.email, members: 0, items: 1, mayManage: true },
  ]);
  const { items } = await ask(tx, listOrganizationItems, owner.actor, { organizationId, collectionId });
  expect(items).toMatchObject([{ id: item.itemId, may: { edit: true } }]);
  const log = await tx.select().from(events).where(eq(events.organizationId, organizationId));
  expect(
    log.flatMap(({ type, details }) => (type.startsWith("collection.") ? [[type, details]] : [])),
  ).toEqual([
    ["collection.created", null],
    ["collection.created", null],
    ["collection.deleted", { sealedName: own.name, organizationKeyId }],
    ["collection.updated", { change: "owner_left", email: member.email }],
  ]);
});

test("who leaves by themselves leaves it behind, and an organization goes with all of them", async ({
  tx,
}) => {
  const { organizationId, member, collectionId } = await aWorld(tx);
  const other = await aConfirmed(tx, organizationId, "user", "Otto Other");
  const organizationKeyId = keyOf(organizationId);
  await execute(tx, makeMyCollection, other.actor, { organizationId, organizationKeyId, ...anOwn() });
  await execute(tx, leaveOrganization, member.actor, { organizationId });
  const [left] = await tx.select().from(collections).where(eq(collections.id, collectionId));
  expect(left).toMatchObject({ type: "shared", ownerMemberId: null, formerOwner: member.email });
  expect(await tx.$count(organizationMembers, eq(organizationMembers.id, member.memberId))).toBe(0);
  await tx.delete(organizations).where(eq(organizations.id, organizationId));
  expect(await tx.$count(collections, eq(collections.organizationId, organizationId))).toBe(0);
});

test("a rotation of the organization's key seals its name anew, like that of every collection", async ({
  tx,
}) => {
  const world = await aSealedClient(tx, { items: 0 });
  const { organizationId, keyId: organizationKeyId, admin } = world;
  const isThis = eq(organizations.id, organizationId);
  await tx
    .update(organizations)
    .set({ features: [...features] })
    .where(isThis);
  const member = await aPersona(tx, "Member", "member@cobalt.example");
  await confirm(tx, world, member);
  await aPolicy(tx, organizationId, "data_ownership");
  const name = await sealCollectionName(member.vault, organizationId, "My items");
  const own = { collectionId: CollectionId.parse(anyId()), name };
  await execute(tx, makeMyCollection, member.actor, { organizationId, organizationKeyId, ...own });
  const { stage, finish } = await aRotation(tx, organizationId, admin);
  await stage();
  await finish();
  const vault = await wholeVault(tx, member.actor);
  expect(vault.collections.map(({ name: sealed }) => sealed)).not.toContain(name);
  await openKeyOf(tx, organizationId, member);
  expect(await openCollections(member.vault, organizationId, vault.collections)).toMatchObject([
    { id: own.collectionId, ok: true, name: "My items", isOwn: true },
  ]);
});
