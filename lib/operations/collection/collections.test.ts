import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Tx } from "@/db/client";
import { collectionCiphers } from "@/db/schema/collection-ciphers";
import { collectionMembers } from "@/db/schema/collection-members";
import { collections } from "@/db/schema/collections";
import { events } from "@/db/schema/events";
import { organizations } from "@/db/schema/organizations";
import type { CollectionId, OrganizationMemberId } from "@/lib/domain/ids";
import { changeCollectionAccess } from "@/lib/operations/collection/change-collection-access";
import { createCollection } from "@/lib/operations/collection/create-collection";
import { deleteCollections } from "@/lib/operations/collection/delete-collections";
import { getCollection } from "@/lib/operations/collection/get-collection";
import { listCollections } from "@/lib/operations/collection/list-collections";
import { updateCollection } from "@/lib/operations/collection/update-collection";
import { execute } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { listOrganizationEvents } from "@/lib/operations/event/list-organization-events";
import { listGroupNames } from "@/lib/operations/group/list-group-names";
import { listAssignableMembers } from "@/lib/operations/organization/list-assignable-members";
import { ask } from "@/lib/operations/query";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { wholeVault } from "@/test/my-vault";
import {
  aCollection,
  aConfirmed,
  anItem,
  anOrganizationOf,
  anOrganizationWith,
  anyId,
  aProviderWithAdmin,
  aVisit,
  keyOf,
} from "@/test/organization";
import { sealedText } from "@/test/people";

async function anOrganization(tx: Tx, columns: { allowAdminAccessToAllCollectionItems?: boolean } = {}) {
  const { organizationId, owner, user } = await anOrganizationOf(tx, ["owner", "user"], columns);
  const fresh = (members: { memberId: OrganizationMemberId; permission: "manage" | "edit" }[] = []) => ({
    organizationId,
    organizationKeyId: keyOf(organizationId),
    collectionId: anyId(),
    name: sealedText(),
    members,
  });
  return { organizationId, owner, user, fresh };
}

const noChange = { given: [], changed: [], taken: [] };

/** Another organization, whose ids must answer like ids of nothing. */
async function foreign(tx: Tx) {
  const { organizationId } = await anOrganizationWith(tx, { name: "Other" });
  const { memberId } = await aConfirmed(tx, organizationId, "user", "Stranger");
  return { memberId, collectionId: await aCollection(tx, organizationId) };
}

describe("creating a collection", () => {
  test("keeps its sealed name and its members, is logged", async ({ tx }) => {
    const { owner, user, fresh, organizationId } = await anOrganization(tx);
    const input = fresh([{ memberId: user.memberId, permission: "manage" }]);
    await execute(tx, createCollection, owner.actor, input);
    expect(await tx.select().from(collectionMembers)).toMatchObject([
      { memberId: user.memberId, permission: "manage", organizationId },
    ]);
    expect(await tx.select().from(events).orderBy(events.sequence)).toMatchObject([
      { type: "collection.created", collectionId: input.collectionId, organizationId },
    ]);
  });

  test("sent twice creates one, and never takes another's id", async ({ tx }) => {
    const { owner, fresh } = await anOrganization(tx);
    const input = fresh();
    const { collectionId: id } = input;
    const answers = [
      await execute(tx, createCollection, owner.actor, input),
      await execute(tx, createCollection, owner.actor, input),
    ];
    expect(answers).toEqual([
      { collectionId: id, existed: false, ofMaker: [] },
      { collectionId: id, existed: true, ofMaker: [] },
    ]);
    expect([await tx.$count(collections), await tx.$count(events)]).toEqual([1, 1]);
    const { collectionId } = await foreign(tx);
    await expectRefused(tx, createCollection, owner.actor, { ...fresh(), collectionId }, "not_found");
  });

  test("with text in place of a sealed name stores nothing", async ({ tx }) => {
    const { owner, fresh } = await anOrganization(tx);
    const error = await execute(tx, createCollection, owner.actor, { ...fresh(), name: "Networks" }).catch(
      (thrown) => thrown,
    );
    expect(error.issues).toMatchObject([{ path: ["name"], message: "not_sealed" }]);
    expect(await tx.$count(collections)).toBe(0);
  });

  test("is not for plain members, nor with somebody else's members", async ({ tx }) => {
    const { owner, user, fresh } = await anOrganization(tx);
    await expectRefused(tx, createCollection, user.actor, fresh(), "not_found");
    const { memberId } = await foreign(tx);
    const theirs = fresh([{ memberId, permission: "edit" }]);
    await expectRefused(tx, createCollection, owner.actor, theirs, "not_found");
    // expectRefused runs in the test's own transaction, in which the savepoint has undone the insert.
    expect(await tx.$count(collectionMembers)).toBe(0);
  });

  test("under a key that was replaced is refused, and so is a new name", async ({ tx }) => {
    const { organizationId, owner, fresh } = await anOrganization(tx);
    const organizationKeyId = anyId();
    const outdated = { ...fresh(), organizationKeyId };
    await expectRefused(tx, createCollection, owner.actor, outdated, "organization_key_replaced");
    const collectionId = await aCollection(tx, organizationId);
    const renamed = { organizationId, collectionId, organizationKeyId, name: sealedText() };
    await expectRefused(tx, updateCollection, owner.actor, renamed, "organization_key_replaced");
  });

  test("gives it to its maker to manage where admins do not reach all, whatever else was asked", async ({
    tx,
  }) => {
    const { owner, user, fresh } = await anOrganization(tx, { allowAdminAccessToAllCollectionItems: false });
    const maker = { memberId: owner.memberId, permission: "manage" as const };
    const given = () =>
      tx
        .select({ memberId: collectionMembers.memberId, permission: collectionMembers.permission })
        .from(collectionMembers);
    const { ofMaker } = await execute(tx, createCollection, owner.actor, fresh());
    expect([ofMaker, await given()]).toEqual([[maker], [maker]]);
    await tx.delete(collectionMembers);
    const other = { memberId: user.memberId, permission: "manage" as const };
    const asked = fresh([{ ...maker, permission: "edit" }, other]);
    await execute(tx, createCollection, owner.actor, asked);
    expect(await given()).toEqual([other, maker]);
  });
});

test("an owner who reaches all finds what they made in their vault, where they ask for it", async ({
  tx,
}) => {
  const { owner, fresh } = await anOrganization(tx);
  const made = fresh();
  const manage = { memberId: owner.memberId, permission: "manage" };
  expect(await execute(tx, createCollection, owner.actor, { ...made, forMaker: true })).toMatchObject({
    ofMaker: [manage],
  });
  const { collections: mine } = await wholeVault(tx, owner.actor);
  expect(mine.map(({ id }) => id)).toEqual([made.collectionId]);
});

describe("a plain member, where every member may make collections", () => {
  test("makes one, finds whom to give it to, and looks after it from the vault", async ({ tx }) => {
    const { organizationId, owner, user, fresh } = await anOrganization(tx);
    await tx
      .update(organizations)
      .set({ limitCollectionCreation: false, limitCollectionDeletion: false })
      .where(eq(organizations.id, organizationId));
    const theirs = await aCollection(tx, organizationId, { [owner.memberId]: "manage" });
    const making = { mayMakeCollections: true };
    expect(await wholeVault(tx, user.actor)).toMatchObject({ memberships: [making] });
    const { members } = await ask(tx, listAssignableMembers, user.actor, { organizationId });
    expect(members).toHaveLength(2);
    expect(await ask(tx, listGroupNames, user.actor, { organizationId })).toEqual({
      groups: [],
      areMore: false,
    });
    const made = fresh([{ memberId: owner.memberId, permission: "edit" }]);
    await execute(tx, createCollection, user.actor, made);
    const { collections: mine } = await wholeVault(tx, user.actor);
    expect(mine).toMatchObject([{ id: made.collectionId, may: { manage: true, delete: true } }]);
    const target = { organizationId, collectionId: made.collectionId };
    expect((await ask(tx, getCollection, user.actor, target)).members).toHaveLength(2);
    await expect(
      ask(tx, getCollection, user.actor, { organizationId, collectionId: theirs }),
    ).rejects.toThrow(NotFound);
    await execute(tx, deleteCollections, user.actor, { organizationId, collectionIds: [made.collectionId] });
    expect((await wholeVault(tx, user.actor)).collections).toEqual([]);
  });

  test("manages nothing that they only edit in, and picks nobody where making is limited", async ({ tx }) => {
    const { organizationId, user } = await anOrganization(tx);
    const collectionId = await aCollection(tx, organizationId, { [user.memberId]: "edit" });
    const { memberships, collections: mine } = await wholeVault(tx, user.actor);
    expect(memberships).toMatchObject([{ mayMakeCollections: false }]);
    expect(mine).toMatchObject([{ id: collectionId, may: { manage: false, delete: false } }]);
    await expect(ask(tx, listAssignableMembers, user.actor, { organizationId })).rejects.toThrow(NotFound);
    await expect(ask(tx, listGroupNames, user.actor, { organizationId })).rejects.toThrow(NotFound);
    await expect(ask(tx, getCollection, user.actor, { organizationId, collectionId })).rejects.toThrow(
      NotFound,
    );
  });
});

describe("changing a collection", () => {
  test("renames it, sets its access and is logged each time", async ({ tx }) => {
    const { organizationId, owner, user } = await anOrganization(tx);
    const collectionId = await aCollection(tx, organizationId, { [owner.memberId]: "manage" });
    const name = sealedText();
    const organizationKeyId = keyOf(organizationId);
    const renamed = { organizationId, organizationKeyId, collectionId, name };
    await execute(tx, updateCollection, owner.actor, renamed);
    const given = [{ memberId: user.memberId, permission: "view_hidden" as const }];
    const changes = { ...noChange, given, taken: [owner.memberId] };
    await execute(tx, changeCollectionAccess, owner.actor, { organizationId, collectionId, ...changes });
    expect(await ask(tx, getCollection, owner.actor, { organizationId, collectionId })).toEqual({
      id: collectionId,
      name,
      members: [
        {
          ...given[0],
          userId: user.userId,
          name: user.name,
          email: user.email,
          status: "confirmed",
          ofProvider: false,
        },
      ],
      groups: [],
    });
    const log = await tx.select({ type: events.type }).from(events).orderBy(events.sequence);
    expect(log).toEqual([{ type: "collection.updated" }, { type: "collection.updated" }]);
  });

  test("does not replace a name that is another one by now", async ({ tx }) => {
    const { organizationId, owner } = await anOrganization(tx);
    const collectionId = await aCollection(tx, organizationId);
    const [before] = await tx.select({ shown: collections.name }).from(collections);
    const form = { organizationId, organizationKeyId: keyOf(organizationId), collectionId, ...before };
    const renamed = sealedText(2);
    await execute(tx, updateCollection, owner.actor, { ...form, name: renamed });
    const late = { ...form, name: sealedText(3) };
    await expectRefused(tx, updateCollection, owner.actor, late, "changed_meanwhile");
    expect(await tx.select({ name: collections.name }).from(collections)).toEqual([{ name: renamed }]);
  });

  test("answers for another organization's ids as for none", async ({ tx }) => {
    const { organizationId, owner } = await anOrganization(tx);
    const own = await aCollection(tx, organizationId);
    const other = await foreign(tx);
    for (const collectionId of [other.collectionId, anyId()]) {
      const target = { organizationId, collectionId };
      const renamed = { ...target, organizationKeyId: keyOf(organizationId), name: sealedText() };
      await expectRefused(tx, updateCollection, owner.actor, renamed, "not_found");
      await expectRefused(tx, changeCollectionAccess, owner.actor, { ...target, ...noChange }, "not_found");
      await expectRefused(
        tx,
        deleteCollections,
        owner.actor,
        { organizationId, collectionIds: [collectionId] },
        "not_found",
      );
      await expect(ask(tx, getCollection, owner.actor, target)).rejects.toThrow(NotFound);
    }
    const given = [{ memberId: other.memberId, permission: "edit" as const }];
    const target = { organizationId, collectionId: own };
    await expectRefused(
      tx,
      changeCollectionAccess,
      owner.actor,
      { ...target, ...noChange, given },
      "not_found",
    );
  });

  test("the database itself keeps organizations apart", async ({ tx }) => {
    const { organizationId } = await anOrganization(tx);
    const { memberId } = await foreign(tx);
    const collectionId = await aCollection(tx, organizationId);
    const crossing = tx.transaction((inner) =>
      inner.insert(collectionMembers).values({ organizationId, collectionId, memberId, permission: "view" }),
    );
    await expect(crossing).rejects.toMatchObject({ cause: { code: "23503" } });
  });

  test("is refused to an owner without it where admins do not reach all, unless nobody manages it", async ({
    tx,
  }) => {
    const { organizationId, owner, user } = await anOrganization(tx, {
      allowAdminAccessToAllCollectionItems: false,
    });
    const managed = await aCollection(tx, organizationId, { [user.memberId]: "manage" });
    const orphan = await aCollection(tx, organizationId, { [user.memberId]: "edit" });
    const organizationKeyId = keyOf(organizationId);
    const rename = (collectionId: CollectionId) => ({
      organizationId,
      organizationKeyId,
      collectionId,
      name: sealedText(),
    });
    await expectRefused(tx, updateCollection, owner.actor, rename(managed), "not_found");
    await execute(tx, updateCollection, owner.actor, rename(orphan));
  });

  test("deleting it leaves its items, unassigned", async ({ tx }) => {
    const { organizationId, owner } = await anOrganization(tx);
    const collectionId = await aCollection(tx, organizationId);
    await anItem(tx, organizationId, [collectionId]);
    await execute(tx, deleteCollections, owner.actor, { organizationId, collectionIds: [collectionId] });
    expect(await tx.$count(collectionCiphers)).toBe(0);
    const list = await ask(tx, listCollections, owner.actor, { organizationId });
    expect(list).toEqual({ unassigned: 1, collections: [], next: null });
    expect(await tx.select().from(events).orderBy(events.sequence)).toMatchObject([
      { type: "collection.deleted", collectionId },
    ]);
  });
});

test("the log keeps the name of a deleted collection, sealed as it was", async ({ tx }) => {
  const { organizationId, owner } = await anOrganization(tx);
  const collectionId = await aCollection(tx, organizationId);
  const [collection] = await tx.select({ name: collections.name }).from(collections);
  await execute(tx, deleteCollections, owner.actor, { organizationId, collectionIds: [collectionId] });
  const { names } = await ask(tx, listOrganizationEvents, owner.actor, { organizationId });
  expect(names.collections).toEqual([{ id: collectionId, name: collection?.name }]);
});

test("the log says under which key it keeps the name of a deleted collection, and gives out no name under another", async ({
  tx,
}) => {
  const { organizationId, owner } = await anOrganization(tx);
  const collectionId = await aCollection(tx, organizationId);
  await execute(tx, deleteCollections, owner.actor, { organizationId, collectionIds: [collectionId] });
  const [entry] = await tx.select({ details: events.details }).from(events).orderBy(events.sequence);
  expect(entry?.details).toMatchObject({ organizationKeyId: keyOf(organizationId) });
  const named = async () => (await ask(tx, listOrganizationEvents, owner.actor, { organizationId })).names;
  await tx.update(events).set({ details: { ...entry?.details, organizationKeyId: anyId() } });
  expect((await named()).collections).toEqual([]);
});

describe("changing who has a collection", () => {
  async function aSharedCollection(tx: Tx, columns: { allowAdminAccessToAllCollectionItems?: boolean } = {}) {
    const { organizationId, owner, user } = await anOrganization(tx, columns);
    const collectionId = await aCollection(tx, organizationId, {
      [owner.memberId]: "manage",
      [user.memberId]: "view",
    });
    const target = { organizationId, collectionId };
    const permissions = async () => {
      const { members } = await ask(tx, getCollection, owner.actor, target);
      return new Map(members.map(({ memberId, permission }) => [memberId, permission]));
    };
    return { owner, user, target, permissions };
  }

  test("leaves alone whoever is not named, so that a grant taken meanwhile does not come back", async ({
    tx,
  }) => {
    const { owner, user, target, permissions } = await aSharedCollection(tx);
    // Somebody else takes it from the user after the list was read; this change is about the owner alone.
    await execute(tx, changeCollectionAccess, owner.actor, {
      ...target,
      ...noChange,
      taken: [user.memberId],
    });
    const changed = [{ memberId: owner.memberId, permission: "edit" as const }];
    await execute(tx, changeCollectionAccess, owner.actor, { ...target, ...noChange, changed });
    expect(await permissions()).toEqual(new Map([[owner.memberId, "edit"]]));
  });

  test("does not give back what was taken meanwhile, and says so", async ({ tx }) => {
    const { owner, user, target, permissions } = await aSharedCollection(tx);
    await execute(tx, changeCollectionAccess, owner.actor, {
      ...target,
      ...noChange,
      taken: [user.memberId],
    });
    const changed = [{ memberId: user.memberId, permission: "edit" as const }];
    const late = { ...target, ...noChange, changed };
    await expectRefused(tx, changeCollectionAccess, owner.actor, late, "access_changed");
    expect((await permissions()).has(user.memberId)).toBe(false);
  });

  test("sent twice is done once, and nobody stands in two lists", async ({ tx }) => {
    const { owner, user, target, permissions } = await aSharedCollection(tx);
    const changed = [{ memberId: user.memberId, permission: "edit" as const }];
    const changes = { ...target, ...noChange, changed, taken: [owner.memberId] };
    await execute(tx, changeCollectionAccess, owner.actor, changes);
    await execute(tx, changeCollectionAccess, owner.actor, changes);
    expect(await permissions()).toEqual(new Map([[user.memberId, "edit"]]));
    const twice = { ...changes, given: changed };
    await expect(execute(tx, changeCollectionAccess, owner.actor, twice)).rejects.toThrow();
  });

  test("does not take its last manager where admins do not reach all", async ({ tx }) => {
    const { owner, target } = await aSharedCollection(tx, { allowAdminAccessToAllCollectionItems: false });
    const taking = { ...target, ...noChange, taken: [owner.memberId] };
    await expectRefused(tx, changeCollectionAccess, owner.actor, taking, "collection_needs_manager");
  });
});

describe("the list of collections", () => {
  test("counts members and items, and says what one may do", async ({ tx }) => {
    const { organizationId, owner, user } = await anOrganization(tx);
    const collectionId = await aCollection(tx, organizationId, { [user.memberId]: "edit" });
    await anItem(tx, organizationId, [collectionId]);
    const { collections: rows } = await ask(tx, listCollections, owner.actor, { organizationId });
    expect(rows).toMatchObject([
      { id: collectionId, members: 1, isManaged: false, items: 1, permission: "manage", mayManage: true },
    ]);
    await expect(ask(tx, listCollections, user.actor, { organizationId })).rejects.toThrow(NotFound);
  });

  test("is served to the provider during a visit, and to its own people only", async ({ tx }) => {
    const { providerId, admin } = await aProviderWithAdmin(tx);
    const { organizationId } = await anOrganizationWith(tx, { provider: { providerId } });
    const list = () => ask(tx, listCollections, admin.actor, { organizationId });
    await expect(list()).rejects.toMatchObject({ refusal: "client_not_entered" });
    await aVisit(tx, organizationId, providerId, admin);
    expect(await list()).toEqual({ unassigned: 0, collections: [], next: null });
    await tx.update(organizations).set({ providerAccess: "closed" });
    await expect(list()).rejects.toMatchObject({ refusal: "provider_access_closed" });
  });
});
