import { describe, expect } from "vitest";
import type { Tx } from "@/db/client";
import { collectionGroups } from "@/db/schema/collection-groups";
import { collectionMembers } from "@/db/schema/collection-members";
import { collections } from "@/db/schema/collections";
import { events } from "@/db/schema/events";
import { groups } from "@/db/schema/groups";
import { organizations } from "@/db/schema/organizations";
import type { CollectionId, GroupId } from "@/lib/domain/ids";
import { changeAccessInCollections } from "@/lib/operations/collection/change-access-in-collections";
import { changeCollectionAccess } from "@/lib/operations/collection/change-collection-access";
import { createCollection } from "@/lib/operations/collection/create-collection";
import { createCollections } from "@/lib/operations/collection/create-collections";
import { deleteCollections } from "@/lib/operations/collection/delete-collections";
import { getCollection } from "@/lib/operations/collection/get-collection";
import { listCollections } from "@/lib/operations/collection/list-collections";
import { execute } from "@/lib/operations/command";
import { createGroups } from "@/lib/operations/group/create-groups";
import { ask } from "@/lib/operations/query";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { aCollection, anOrganizationOf, anOrganizationWith, anyId, keyOf } from "@/test/organization";
import { sealedText } from "@/test/people";

const limited = { allowAdminAccessToAllCollectionItems: false };

const anOrganization = (tx: Tx, columns: Partial<typeof organizations.$inferInsert> = {}) =>
  anOrganizationOf(tx, ["owner", "user"], columns);

async function someGroups(
  tx: Tx,
  { organizationId, owner }: Awaited<ReturnType<typeof anOrganization>>,
  names: string[],
) {
  const groups = names.map((name) => ({ groupId: anyId(), name }));
  await execute(tx, createGroups, owner.actor, { organizationId, groups });
  return groups.map(({ groupId }) => groupId);
}

const several = (organizationId: ReturnType<typeof keyOf> | string, count: number) => ({
  organizationId: organizationId as string,
  organizationKeyId: organizationId as string,
  collections: Array.from({ length: count }, () => ({ collectionId: anyId(), name: sealedText() })),
});

describe("making several collections", () => {
  test("makes each once, in the order sent, with an event for each", async ({ tx }) => {
    const { organizationId, owner } = await anOrganization(tx);
    const sent = several(organizationId, 3);
    expect(await execute(tx, createCollections, owner.actor, sent)).toEqual({ created: 3 });
    expect(await execute(tx, createCollections, owner.actor, sent)).toEqual({ created: 0 });
    const { collections: listed } = await ask(tx, listCollections, owner.actor, { organizationId });
    expect(listed.map(({ id }) => id)).toEqual(sent.collections.map(({ collectionId }) => collectionId));
    expect(await tx.select({ type: events.type }).from(events).orderBy(events.sequence)).toEqual(
      sent.collections.map(() => ({ type: "collection.created" })),
    );
    // A maker who reaches all is given nothing unless they ask for it.
    expect(await tx.$count(collectionMembers)).toBe(0);
    await execute(tx, createCollections, owner.actor, { ...several(organizationId, 2), forMaker: true });
    expect(
      await tx
        .select({ memberId: collectionMembers.memberId, permission: collectionMembers.permission })
        .from(collectionMembers),
    ).toEqual(Array(2).fill({ memberId: owner.memberId, permission: "manage" }));
  });

  test("gives a maker who would not reach them the permission to manage each", async ({ tx }) => {
    const { organizationId, owner } = await anOrganization(tx, limited);
    await execute(tx, createCollections, owner.actor, several(organizationId, 2));
    expect(await tx.select({ permission: collectionMembers.permission }).from(collectionMembers)).toEqual([
      { permission: "manage" },
      { permission: "manage" },
    ]);
  });

  test("never touches another organization's, and knows the key that is in force", async ({ tx }) => {
    const { organizationId, owner } = await anOrganization(tx);
    const other = await anOrganizationWith(tx, { name: "Other" });
    const theirs = await aCollection(tx, other.organizationId);
    const sent = several(organizationId, 1);
    const mixed = {
      ...sent,
      collections: [...sent.collections, { collectionId: theirs, name: sealedText() }],
    };
    await expectRefused(tx, createCollections, owner.actor, mixed, "not_found");
    const outdated = { ...sent, organizationKeyId: anyId() };
    await expectRefused(tx, createCollections, owner.actor, outdated, "organization_key_replaced");
  });

  test("is left to owners and admins where it is limited; otherwise members manage what they make", async ({
    tx,
  }) => {
    const { organizationId, user } = await anOrganization(tx);
    const one = {
      organizationId,
      organizationKeyId: keyOf(organizationId),
      collectionId: anyId(),
      name: sealedText(),
      members: [],
    };
    await expectRefused(tx, createCollection, user.actor, one, "not_found");
    await tx.update(organizations).set({ limitCollectionCreation: false });
    await execute(tx, createCollection, user.actor, one);
    expect(await tx.select().from(collectionMembers)).toMatchObject([
      { memberId: user.memberId, permission: "manage" },
    ]);
  });
});

describe("groups of a collection", () => {
  test("are given with it, and count as managers by those who are in them", async ({ tx }) => {
    const here = await anOrganization(tx, limited);
    const { organizationId, owner } = here;
    const [finance] = await someGroups(tx, here, ["Finance"]);
    const input = {
      organizationId,
      organizationKeyId: keyOf(organizationId),
      collectionId: anyId(),
      name: sealedText(),
      members: [],
      groups: [{ groupId: finance as string, permission: "manage" as const }],
    };
    await execute(tx, createCollection, owner.actor, input);
    const { collectionId } = input;
    // Nobody is in the group yet, so its maker is the only manager, and stays it.
    const leaving = {
      organizationId,
      collectionId,
      given: [],
      changed: [],
      taken: [owner.memberId],
      groups: [],
    };
    await expectRefused(tx, changeCollectionAccess, owner.actor, leaving, "collection_needs_manager");
    const { groups } = await ask(tx, getCollection, owner.actor, { organizationId, collectionId });
    expect(groups).toEqual([{ groupId: finance, name: "Finance", permission: "manage" }]);
  });

  test("are changed against what was looked at, and the log names each", async ({ tx }) => {
    const here = await anOrganization(tx);
    const { organizationId, owner } = here;
    const [finance] = await someGroups(tx, here, ["Finance"]);
    const collectionId = await aCollection(tx, organizationId);
    const change = (from: "view" | null, to: "view" | "edit" | null) => ({
      ...{ organizationId, collectionId, given: [], changed: [], taken: [] },
      groups: [{ groupId: finance as string, from, to }],
    });
    await execute(tx, changeCollectionAccess, owner.actor, change(null, "view"));
    await expectRefused(tx, changeCollectionAccess, owner.actor, change(null, "edit"), "access_changed");
    await execute(tx, changeCollectionAccess, owner.actor, change("view", null));
    const told = await tx.select({ details: events.details }).from(events).orderBy(events.sequence);
    expect(told.slice(1)).toEqual([
      { details: { change: "group_access", group: "Finance", to: "view" } },
      { details: { change: "group_access", group: "Finance", to: "none" } },
    ]);
  });

  test("stand in the list by name, the first three and how many there are", async ({ tx }) => {
    const here = await anOrganization(tx);
    const ids = await someGroups(tx, here, ["Sales", "Élan", "IT", "Finance"]);
    const collectionId = await aCollection(tx, here.organizationId);
    for (const groupId of ids)
      await execute(tx, changeAccessInCollections, here.owner.actor, {
        organizationId: here.organizationId,
        collectionIds: [collectionId],
        holder: { groupId },
        permission: "view",
      });
    const { collections: rows } = await ask(tx, listCollections, here.owner.actor, here);
    expect(rows[0]?.groups).toEqual({ names: ["Élan", "Finance", "IT"], count: 4 });
  });

  test("of another organization cannot be bound to it", async ({ tx }) => {
    const here = await anOrganization(tx);
    const other = await anOrganizationWith(tx, { name: "Other" });
    const theirs = anyId();
    const name = { name: "Finance", sortName: "finance" };
    await tx.insert(groups).values({ id: theirs as GroupId, organizationId: other.organizationId, ...name });
    const collectionId = await aCollection(tx, here.organizationId);
    const change = {
      ...{ organizationId: here.organizationId, collectionId, given: [], changed: [], taken: [] },
      groups: [{ groupId: theirs, from: null, to: "view" as const }],
    };
    await expectRefused(tx, changeCollectionAccess, here.owner.actor, change, "not_found");
    const bulk = {
      organizationId: here.organizationId,
      collectionIds: [collectionId],
      holder: { groupId: theirs },
      permission: "view" as const,
    };
    await expectRefused(tx, changeAccessInCollections, here.owner.actor, bulk, "not_found");
    expect(await tx.$count(collectionGroups)).toBe(0);
  });
});

describe("access in several collections", () => {
  const give = (
    organizationId: string,
    collectionIds: CollectionId[],
    memberId: string,
    permission: "manage" | "view" | null,
  ) => ({ organizationId, collectionIds, holder: { memberId }, permission });

  test("is given, changed and taken for one member, with a result and an event for each", async ({ tx }) => {
    const { organizationId, owner, user } = await anOrganization(tx);
    const ids = [
      await aCollection(tx, organizationId, { [user.memberId]: "edit" }),
      await aCollection(tx, organizationId),
    ];
    const permissions = async () =>
      (await tx.select({ permission: collectionMembers.permission }).from(collectionMembers)).map(
        ({ permission }) => permission,
      );
    const { rows } = await execute(
      tx,
      changeAccessInCollections,
      owner.actor,
      give(organizationId, ids, user.memberId, "view"),
    );
    expect(rows.map(({ refusal }) => refusal)).toEqual([null, null]);
    expect(await permissions()).toEqual(["view", "view"]);
    await execute(tx, changeAccessInCollections, owner.actor, give(organizationId, ids, user.memberId, null));
    expect(await permissions()).toEqual([]);
    expect(await tx.$count(events)).toBe(4);
  });

  test("with one foreign id is refused whole; what one does not manage is told", async ({ tx }) => {
    const { organizationId, owner, user } = await anOrganization(tx, limited);
    const other = await anOrganizationWith(tx, { name: "Other" });
    const foreign = await aCollection(tx, other.organizationId);
    const own = await aCollection(tx, organizationId, { [owner.memberId]: "manage" });
    const others = await aCollection(tx, organizationId, { [user.memberId]: "manage" });
    const mixed = give(organizationId, [own, foreign], user.memberId, "view");
    await expectRefused(tx, changeAccessInCollections, owner.actor, mixed, "not_found");
    const { rows } = await execute(
      tx,
      changeAccessInCollections,
      owner.actor,
      give(organizationId, [own, others], user.memberId, "view"),
    );
    expect(new Map(rows.map(({ id, refusal }) => [id, refusal]))).toEqual(
      new Map([
        [own, null],
        [others, "not_found"],
      ]),
    );
  });

  test("takes no last manager where admins do not reach all", async ({ tx }) => {
    const { organizationId, owner } = await anOrganization(tx, limited);
    const own = await aCollection(tx, organizationId, { [owner.memberId]: "manage" });
    const taking = give(organizationId, [own], owner.memberId, null);
    await expectRefused(tx, changeAccessInCollections, owner.actor, taking, "collection_needs_manager");
  });
});

describe("deleting several collections", () => {
  test("deletes those that one may, and says why of the others", async ({ tx }) => {
    const { organizationId, owner, user } = await anOrganization(tx, limited);
    const own = await aCollection(tx, organizationId, { [owner.memberId]: "manage" });
    const others = await aCollection(tx, organizationId, { [user.memberId]: "manage" });
    const both = { organizationId, collectionIds: [own, others] };
    const { rows } = await execute(tx, deleteCollections, owner.actor, both);
    expect(rows.map(({ refusal }) => refusal).sort()).toEqual(["not_found", null]);
    expect(await tx.select({ id: collections.id }).from(collections)).toEqual([{ id: others }]);
  });

  test("is left to owners and admins where it is limited", async ({ tx }) => {
    const { organizationId, user } = await anOrganization(tx);
    const collectionIds = [await aCollection(tx, organizationId, { [user.memberId]: "manage" })];
    const deleting = { organizationId, collectionIds };
    await expectRefused(tx, deleteCollections, user.actor, deleting, "deletion_is_limited");
    await tx.update(organizations).set({ limitCollectionDeletion: false });
    await execute(tx, deleteCollections, user.actor, deleting);
  });
});
