import { eq, inArray, notInArray, sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Tx } from "@/db/client";
import { ciphers } from "@/db/schema/ciphers";
import { collectionCiphers } from "@/db/schema/collection-ciphers";
import { collectionGroups } from "@/db/schema/collection-groups";
import { collectionMembers } from "@/db/schema/collection-members";
import { collections } from "@/db/schema/collections";
import { formerAccess } from "@/db/schema/former-access";
import { groups } from "@/db/schema/groups";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { providerMembers } from "@/db/schema/provider-members";
import { rotationDebtItems, rotationDebts } from "@/db/schema/rotation-debts";
import { sessions } from "@/db/schema/sessions";
import { users } from "@/db/schema/users";
import { type Actor, operatorActor } from "@/lib/domain/actor";
import {
  type CollectionId,
  GroupId,
  type ItemId,
  type OrganizationId,
  type OrganizationMemberId,
} from "@/lib/domain/ids";
import { firstSwitches } from "@/lib/domain/organization/inputs";
import type { ProviderAccess } from "@/lib/domain/organization/member";
import { planFacts } from "@/lib/domain/organization/plans";
import { reinstateProvider } from "@/lib/operations/admin/reinstate-provider";
import { suspendProvider } from "@/lib/operations/admin/suspend-provider";
import { deleteCollections } from "@/lib/operations/collection/delete-collections";
import { execute } from "@/lib/operations/command";
import { deleteGroups } from "@/lib/operations/group/delete-groups";
import { putIntoGroup } from "@/lib/operations/group/internal/belonging";
import { trashItems } from "@/lib/operations/item/trash-items";
import { updateItem } from "@/lib/operations/item/update-item";
import { changeMemberCollections } from "@/lib/operations/organization/change-member-collections";
import { changeMemberGroups } from "@/lib/operations/organization/change-member-groups";
import { changeOrganizationMemberRole } from "@/lib/operations/organization/change-member-role";
import { deleteOrganization } from "@/lib/operations/organization/delete-organization";
import { leaveOrganization } from "@/lib/operations/organization/leave-organization";
import { leaveProvider } from "@/lib/operations/organization/leave-provider";
import { removeOrganizationMembers } from "@/lib/operations/organization/remove-members";
import { restoreOrganizationMembers } from "@/lib/operations/organization/restore-members";
import { revokeOrganizationMembers } from "@/lib/operations/organization/revoke-members";
import { setCollectionSwitches } from "@/lib/operations/organization/set-collection-switches";
import { setOwnPlan } from "@/lib/operations/organization/set-own-plan";
import { setProviderAccess } from "@/lib/operations/organization/set-provider-access";
import { removeProviderMembers } from "@/lib/operations/provider/remove-members";
import { ask } from "@/lib/operations/query";
import { countRotationDebts } from "@/lib/operations/rotation/count-debts";
import { listDebtItems } from "@/lib/operations/rotation/list-debt-items";
import { listRotationDebts } from "@/lib/operations/rotation/list-debts";
import { test } from "@/test/database";
import { anEdit } from "@/test/items";
import { aCollection, aConfirmed, aMemberOf, anItem, anOrganizationWith, anyId } from "@/test/organization";
import { aPerson } from "@/test/people";
import { aClientOf, aProviderWith } from "@/test/provider";

async function anOffboarding(tx: Tx) {
  const { organizationId } = await anOrganizationWith(tx);
  const owner = await aConfirmed(tx, organizationId, "owner", "Owner");
  const member = await aConfirmed(tx, organizationId, "user", "Member");
  const mine = await aCollection(tx, organizationId, { [member.memberId]: "view_hidden" });
  const other = await aCollection(tx, organizationId);
  const seen: [ItemId, ItemId] = [
    await anItem(tx, organizationId, [mine, other]),
    await anItem(tx, organizationId, [mine]),
  ];
  const unseen = await anItem(tx, organizationId, [other]);
  const remove = (...memberIds: (typeof member.memberId)[]) =>
    execute(tx, removeOrganizationMembers, owner.actor, { organizationId, memberIds });
  return { organizationId, owner, member, mine, other, seen, unseen, remove };
}
type Offboarding = Awaited<ReturnType<typeof anOffboarding>>;

async function aGroupWith(
  tx: Tx,
  {
    organizationId,
    memberId,
    collectionId,
  }: Pick<Offboarding, "organizationId"> & {
    memberId: OrganizationMemberId;
    collectionId: CollectionId;
  },
) {
  const groupId = GroupId.parse(anyId());
  await tx.insert(groups).values({ id: groupId, organizationId, name: "Desk", sortName: "desk" });
  await putIntoGroup(tx, { organizationId, groupId }, [memberId]);
  await tx.insert(collectionGroups).values({ organizationId, groupId, collectionId, permission: "view" });
  return groupId;
}

/** What an owner does first, as people do who tidy up before they remove somebody. */
const tidied: Record<string, (tx: Tx, here: Offboarding) => Promise<unknown>> = {
  "the collection was taken from them": (tx, { organizationId, owner, member, mine }) =>
    execute(tx, changeMemberCollections, owner.actor, {
      organizationId,
      memberId: member.memberId,
      given: [],
      changed: [],
      taken: [mine],
    }),
  "they were taken out of its group": async (tx, { organizationId, owner, member, mine }) => {
    const groupId = await aGroupWith(tx, { organizationId, memberId: member.memberId, collectionId: mine });
    await tx.delete(collectionMembers).where(eq(collectionMembers.memberId, member.memberId));
    await tx.delete(formerAccess);
    await execute(tx, changeMemberGroups, owner.actor, {
      organizationId,
      memberId: member.memberId,
      given: [],
      taken: [groupId],
    });
  },
  "its group was deleted": async (tx, { organizationId, owner, member, mine }) => {
    const groupId = await aGroupWith(tx, { organizationId, memberId: member.memberId, collectionId: mine });
    await tx.delete(collectionMembers).where(eq(collectionMembers.memberId, member.memberId));
    await tx.delete(formerAccess);
    await execute(tx, deleteGroups, owner.actor, { organizationId, groupIds: [groupId] });
  },
  "the collection was deleted": (tx, { organizationId, owner, mine }) =>
    execute(tx, deleteCollections, owner.actor, { organizationId, collectionIds: [mine] }),
  "the collection of their group was deleted": async (tx, { organizationId, owner, member, mine }) => {
    await aGroupWith(tx, { organizationId, memberId: member.memberId, collectionId: mine });
    await tx.delete(collectionMembers).where(eq(collectionMembers.memberId, member.memberId));
    await tx.delete(formerAccess);
    await execute(tx, deleteCollections, owner.actor, { organizationId, collectionIds: [mine] });
  },
  "the collection was taken from them, and deleted": async (tx, here) => {
    const { organizationId, owner, member, mine } = here;
    const taken = { organizationId, memberId: member.memberId, given: [], changed: [], taken: [mine] };
    await execute(tx, changeMemberCollections, owner.actor, taken);
    await execute(tx, deleteCollections, owner.actor, { organizationId, collectionIds: [mine] });
  },
};

test.for(Object.entries(tidied))(
  "what they could read is owed too where %s before",
  async ([, tidy], { tx }) => {
    const here = await anOffboarding(tx);
    const { organizationId, owner, member, remove, seen, mine } = here;
    await tidy(tx, here);
    // What came later they never saw, nor what has another password by now.
    const stillThere = await tx
      .select({ id: collections.id })
      .from(collections)
      .where(eq(collections.id, mine));
    await anItem(
      tx,
      organizationId,
      stillThere.map(({ id }) => id),
    );
    await tx
      .update(ciphers)
      .set({ createdAt: new Date(Date.now() + 60_000) })
      .where(notInArray(ciphers.id, seen));
    await remove(member.memberId);
    const { debts } = await ask(tx, listRotationDebts, owner.actor, { organizationId });
    expect(debts).toMatchObject([{ userId: member.userId, items: 2 }]);
  },
);

test("an admin who was demoted before owes all that admins could read", async ({ tx }) => {
  const { organizationId, owner, unseen, seen } = await anOffboarding(tx);
  const admin = await aConfirmed(tx, organizationId, "admin", "Admin");
  const { memberId } = admin;
  const demoted = { organizationId, memberId, role: "user" as const, permissions: [] };
  await execute(tx, changeOrganizationMemberRole, owner.actor, demoted);
  await execute(tx, removeOrganizationMembers, owner.actor, { organizationId, memberIds: [memberId] });
  const { debts } = await ask(tx, listRotationDebts, owner.actor, { organizationId });
  expect(debts).toMatchObject([{ userId: admin.userId, items: [...seen, unseen].length }]);
});

test.for(["removed", "made a user, and removed once the items were put into a collection"] as const)(
  "an admin who reaches only what is in no collection owes that when they are %s",
  async (how, { tx }) => {
    const { organizationId, owner, other } = await anOffboarding(tx);
    await tx
      .update(organizations)
      .set({ allowAdminAccessToAllCollectionItems: false })
      .where(eq(organizations.id, organizationId));
    const { memberId, userId } = await aConfirmed(tx, organizationId, "admin", "Admin");
    const unassigned = await anItem(tx, organizationId, []);
    if (how !== "removed") {
      const demoted = { organizationId, memberId, role: "user" as const, permissions: [] };
      await execute(tx, changeOrganizationMemberRole, owner.actor, demoted);
      await tx.insert(collectionCiphers).values({ organizationId, collectionId: other, itemId: unassigned });
    }
    await execute(tx, removeOrganizationMembers, owner.actor, { organizationId, memberIds: [memberId] });
    const { debts } = await ask(tx, listRotationDebts, owner.actor, { organizationId });
    expect(debts).toMatchObject([{ userId, items: 1 }]);
    expect(await tx.select({ itemId: rotationDebtItems.itemId }).from(rotationDebtItems)).toEqual([
      { itemId: unassigned },
    ]);
  },
);

test("admins owe what the switch had let them read", async ({ tx }) => {
  const { organizationId, owner } = await anOffboarding(tx);
  const { memberId, userId } = await aConfirmed(tx, organizationId, "admin", "Admin");
  await execute(tx, setCollectionSwitches, owner.actor, {
    organizationId,
    ...firstSwitches,
    allowAdminAccessToAllCollectionItems: false,
  });
  await execute(tx, removeOrganizationMembers, owner.actor, { organizationId, memberIds: [memberId] });
  const { debts } = await ask(tx, listRotationDebts, owner.actor, { organizationId });
  expect(debts).toMatchObject([{ userId, items: 3 }]);
});

test("who is removed leaves what they could read, until its passwords are changed or it is deleted", async ({
  tx,
}) => {
  const { organizationId, owner, member, seen, remove } = await anOffboarding(tx);
  await remove(member.memberId);
  const { debts } = await ask(tx, listRotationDebts, owner.actor, { organizationId });
  const [debt] = debts;
  expect(debt).toMatchObject({ userId: member.userId, name: "Member", items: 2, changed: 0 });
  if (!debt) throw new Error("nothing is owed");
  const open = async () => {
    const { items } = await ask(tx, listDebtItems, owner.actor, { organizationId, debtId: debt.id });
    return items.map(({ id }) => id).sort();
  };
  expect(await open()).toEqual([...seen].sort());

  const [first, second] = seen;
  const change = async (passwordChanged: boolean) => {
    await execute(tx, updateItem, owner.actor, { ...(await anEdit(tx, first)), passwordChanged });
  };
  await change(false);
  expect(await open()).toEqual([...seen].sort());
  await change(true);
  expect(await open()).toEqual([second]);
  expect(await ask(tx, listRotationDebts, owner.actor, { organizationId })).toMatchObject({
    debts: [{ items: 2, changed: 1 }],
  });
  await execute(tx, trashItems, owner.actor, { itemIds: [second] });
  expect(await open()).toEqual([]);
  expect(await ask(tx, listRotationDebts, owner.actor, { organizationId })).toEqual({
    debts: [],
    next: null,
  });
});

test("what is saved while a removal is not committed yet is owed as it is then", async ({ tx }) => {
  const { organizationId, owner, member, seen, remove } = await anOffboarding(tx);
  const [itemId] = seen;
  await remove(member.memberId);
  await execute(tx, updateItem, owner.actor, { ...(await anEdit(tx, itemId)), passwordChanged: true });
  const owed = async () => (await ask(tx, listRotationDebts, owner.actor, { organizationId })).debts;
  expect(await owed()).toMatchObject([{ items: 2, changed: 1 }]);
  // As a commit does.
  await tx.execute(sql`set constraints all immediate`);
  expect(await owed()).toMatchObject([{ items: 2, changed: 0 }]);
});

test("debts of a page are counted together, each by its own moment", async ({ tx }) => {
  const { organizationId, owner } = await anOrganizationWithItems(tx, [
    // Made on a day, and changed on another one.
    [1, null],
    [1, 2],
    [2, 5],
    [4, null],
    [5, 6],
  ]);
  for (const day of [4, 1, 3, 4])
    await tx.insert(rotationDebts).values({
      organizationId,
      memberId: anyId() as OrganizationMemberId,
      removedAt: onDay(9),
      readUntil: onDay(day),
      isWhole: true,
    });
  const { debts } = await ask(tx, listRotationDebts, owner.actor, { organizationId });
  const counted = debts.map(({ items, changed }) => [items, changed]).sort();
  expect(counted).toEqual([
    [2, 1],
    [3, 1],
    [4, 1],
    [4, 1],
  ]);
  for (const { id: debtId, items, changed } of debts) {
    const { debt } = await ask(tx, listDebtItems, owner.actor, { organizationId, debtId });
    expect(debt).toMatchObject({ items, changed });
  }
});

const onDay = (day: number) => new Date(Date.UTC(2026, 0, day));

async function anOrganizationWithItems(tx: Tx, items: readonly (readonly [number, number | null])[]) {
  const { organizationId } = await anOrganizationWith(tx);
  const owner = await aConfirmed(tx, organizationId, "owner", "Owner");
  for (const [made, changed] of items) {
    const id = await anItem(tx, organizationId, []);
    await tx
      .update(ciphers)
      .set({ createdAt: onDay(made), passwordChangedAt: changed === null ? null : onDay(changed) })
      .where(eq(ciphers.id, id));
  }
  return { organizationId, owner };
}

test("a debt of another day keeps its day", async ({ tx }) => {
  const { organizationId, member } = await anOffboarding(tx);
  const removedAt = new Date("2026-01-01T00:00:00Z");
  await tx.insert(rotationDebts).values({ organizationId, memberId: member.memberId, removedAt });
  await tx.execute(sql`set constraints all immediate`);
  expect(await tx.select().from(rotationDebts)).toMatchObject([{ removedAt }]);
});

test.for(["kept", "taken away by a rotation"] as const)(
  "whoever is revoked and removed later owes what they could read until they were revoked, with the key %s",
  async (key, { tx }) => {
    const { organizationId, owner, member, seen, remove } = await anOffboarding(tx);
    await execute(tx, revokeOrganizationMembers, owner.actor, {
      organizationId,
      memberIds: [member.memberId],
    });
    const later = new Date(Date.now() + 60_000);
    const [changed] = seen;
    await tx.update(ciphers).set({ passwordChangedAt: later }).where(eq(ciphers.id, changed));
    const [{ collectionId } = { collectionId: null }] = await tx
      .select({ collectionId: collectionMembers.collectionId })
      .from(collectionMembers)
      .where(eq(collectionMembers.memberId, member.memberId));
    const since = await anItem(tx, organizationId, collectionId ? [collectionId] : []);
    await tx.update(ciphers).set({ createdAt: later }).where(eq(ciphers.id, since));
    if (key === "taken away by a rotation")
      await tx
        .update(organizationMembers)
        .set({ organizationKeyForMember: null, organizationKeyId: null })
        .where(eq(organizationMembers.id, member.memberId));
    await remove(member.memberId);
    expect(await ask(tx, listRotationDebts, owner.actor, { organizationId })).toMatchObject({
      debts: [{ userId: member.userId, items: 2, changed: 1 }],
    });
  },
);

test("whoever is restored owes from then on again", async ({ tx }) => {
  const { organizationId, owner, member, remove } = await anOffboarding(tx);
  const which = { organizationId, memberIds: [member.memberId] };
  await execute(tx, revokeOrganizationMembers, owner.actor, which);
  await execute(tx, restoreOrganizationMembers, owner.actor, which);
  await remove(member.memberId);
  const [debt] = await tx.select().from(rotationDebts);
  expect(debt?.readUntil).toBeNull();
});

test("whoever left with a debt is called what they were called then, of the clients and of the team", async ({
  tx,
}) => {
  const { providerId, boss, technician } = await aProviderWith(tx, {
    boss: "provider_admin, confirmed",
    technician: "service_user, confirmed",
  });
  const organizationId = await aClientOf(tx, providerId);
  const owner = await aConfirmed(tx, organizationId, "owner", "Owner");
  const member = await aConfirmed(tx, organizationId, "user", "Member");
  const collection = await aCollection(tx, organizationId, { [member.memberId]: "view" });
  await anItem(tx, organizationId, [collection]);
  const people = await tx
    .select({ id: users.id, name: users.name, email: users.email })
    .from(users)
    .where(inArray(users.id, [member.userId, technician.userId]));
  await execute(tx, removeOrganizationMembers, owner.actor, {
    organizationId,
    memberIds: [member.memberId],
  });
  await execute(tx, removeProviderMembers, boss.actor, { providerId, memberIds: [technician.memberId] });
  for (const { id } of people)
    await tx
      .update(users)
      .set({ name: "Somebody Else", email: `${id}@elsewhere.example` })
      .where(eq(users.id, id));
  const then = people.map(({ id: userId, name, email }) => expect.objectContaining({ userId, name, email }));
  const { debts } = await ask(tx, listRotationDebts, owner.actor, { organizationId });
  expect(debts).toHaveLength(2);
  expect(debts).toEqual(expect.arrayContaining(then));
  const opened = await Promise.all(
    debts.map(({ id: debtId }) => ask(tx, listDebtItems, owner.actor, { organizationId, debtId })),
  );
  expect(opened.map(({ debt }) => debt)).toEqual(expect.arrayContaining(then));
});

test("an admin who reached everything leaves everything, and an invitation leaves nothing", async ({
  tx,
}) => {
  const { organizationId, remove } = await anOffboarding(tx);
  const admin = await aConfirmed(tx, organizationId, "admin", "Admin");
  const invited = await aPerson(tx, "Invited");
  const invitedId = await aMemberOf(tx, organizationId, invited, { status: "invited" });
  await remove(admin.memberId, invitedId);
  expect(await tx.select().from(rotationDebts)).toMatchObject([{ memberId: admin.memberId }]);
  expect(await tx.$count(rotationDebtItems)).toBe(3);
});

test("who leaves the provider's team leaves what their place in each client let them read", async ({
  tx,
}) => {
  const { providerId, boss, technician } = await aProviderWith(tx, {
    boss: "provider_admin, confirmed",
    technician: "service_user, confirmed",
  });
  const clients = [await aClientOf(tx, providerId), await aClientOf(tx, providerId)];
  const placed = [];
  for (const organizationId of clients) {
    const memberId = await aMemberOf(tx, organizationId, technician);
    await tx
      .update(organizationMembers)
      .set({ placeOfProvider: providerId })
      .where(eq(organizationMembers.id, memberId));
    const collection = await aCollection(tx, organizationId, { [memberId]: "view" });
    await anItem(tx, organizationId, [collection]);
    await anItem(tx, organizationId, []);
    placed.push({ organizationId, memberId, userId: technician.userId });
  }
  await execute(tx, removeProviderMembers, boss.actor, { providerId, memberIds: [technician.memberId] });
  const debts = await tx.select().from(rotationDebts);
  // The place is one way to read, and the provider's key another one.
  const asStaff = { providerMemberId: technician.memberId, memberId: null, isWhole: true };
  const owed = placed.flatMap((place) => [place, { organizationId: place.organizationId, ...asStaff }]);
  expect(debts).toHaveLength(owed.length);
  expect(debts).toEqual(expect.arrayContaining(owed.map((debt) => expect.objectContaining(debt))));
  expect(await tx.$count(rotationDebtItems)).toBe(2);
});

test("who leaves the provider's team leaves every item of the clients that let it in to items", async ({
  tx,
}) => {
  const { providerId, boss, technician, newcomer } = await aProviderWith(tx, {
    boss: "provider_admin, confirmed",
    technician: "service_user, confirmed",
    newcomer: "service_user, accepted",
  });
  const [open, kept] = [await aClientOf(tx, providerId), await aClientOf(tx, providerId)];
  await tx
    .update(organizations)
    .set({ providerAccess: "manage_without_items" })
    .where(eq(organizations.id, kept));
  const items = [await anItem(tx, open, []), await anItem(tx, open, [])];
  await anItem(tx, kept, []);
  const memberIds = [technician.memberId, newcomer.memberId];
  await execute(tx, removeProviderMembers, boss.actor, { providerId, memberIds });
  const debts = await tx.select().from(rotationDebts).where(eq(rotationDebts.isWhole, true));
  const owed = { providerMemberId: technician.memberId, userId: technician.userId, memberId: null };
  expect(debts).toMatchObject([{ ...owed, organizationId: open, isWhole: true }]);
  expect(await tx.$count(rotationDebtItems)).toBe(0);

  // What comes after they left is none of theirs.
  const later = await anItem(tx, open, []);
  await tx
    .update(ciphers)
    .set({ createdAt: new Date(Date.now() + 60_000) })
    .where(eq(ciphers.id, later));
  const owner = await aConfirmed(tx, open, "owner", "Owner");
  const listed = () => ask(tx, listRotationDebts, owner.actor, { organizationId: open });
  const [debt] = (await listed()).debts;
  expect(debt).toMatchObject({ userId: technician.userId, items: 2, changed: 0 });
  const rows = await ask(tx, listDebtItems, owner.actor, { organizationId: open, debtId: debt?.id ?? "" });
  expect(rows.items.map(({ id }) => id).sort()).toEqual([...items].sort());
  await tx.update(ciphers).set({ passwordChangedAt: new Date(Date.now() + 1000) });
  expect((await listed()).debts).toEqual([]);
});

test("who leaves the team after a client took its access to items away leaves what was there until then", async ({
  tx,
}) => {
  const { providerId, boss, technician, newcomer } = await aProviderWith(tx, {
    boss: "provider_admin, confirmed",
    technician: "service_user, confirmed",
    newcomer: "service_user, confirmed",
  });
  const organizationId = await aClientOf(tx, providerId);
  const owner = await aConfirmed(tx, organizationId, "owner", "Owner");
  const then = await anItem(tx, organizationId, []);
  const change = (access: ProviderAccess) =>
    execute(tx, setProviderAccess, owner.actor, { organizationId, access });
  await change("manage_without_items");
  await change("closed");
  const later = new Date(Date.now() + 60_000);
  const after = await anItem(tx, organizationId, []);
  await tx.update(ciphers).set({ createdAt: later }).where(eq(ciphers.id, after));
  await tx
    .update(providerMembers)
    .set({ confirmedAt: later })
    .where(eq(providerMembers.id, newcomer.memberId));

  const memberIds = [technician.memberId, newcomer.memberId];
  await execute(tx, removeProviderMembers, boss.actor, { providerId, memberIds });
  const { debts } = await ask(tx, listRotationDebts, owner.actor, { organizationId });
  expect(debts).toMatchObject([{ userId: technician.userId, items: 1, changed: 0 }]);
  const debtId = debts[0]?.id ?? "";
  const { items } = await ask(tx, listDebtItems, owner.actor, { organizationId, debtId });
  expect(items.map(({ id }) => id)).toEqual([then]);
});

test("what is open is counted, and listed page by page, however many newer debts are paid", async ({
  tx,
}) => {
  const { organizationId, owner, seen } = await anOffboarding(tx);
  const [left, paid] = seen;
  await tx.update(ciphers).set({ passwordChangedAt: new Date() }).where(eq(ciphers.id, paid));
  const owe = async (itemId: typeof left, count: number, removedAt: Date) => {
    const debt = { organizationId, removedAt };
    const made = await tx
      .insert(rotationDebts)
      .values(Array.from({ length: count }, () => ({ ...debt, memberId: anyId() as OrganizationMemberId })))
      .returning({ debtId: rotationDebts.id });
    await tx.insert(rotationDebtItems).values(made.map(({ debtId }) => ({ debtId, itemId })));
  };
  await owe(left, 51, new Date("2026-01-01T00:00:00Z"));
  await owe(paid, 120, new Date("2026-02-01T00:00:00Z"));
  expect(await ask(tx, countRotationDebts, owner.actor, { organizationId })).toEqual({ open: 51 });
  const first = await ask(tx, listRotationDebts, owner.actor, { organizationId });
  expect(first.debts).toHaveLength(50);
  const second = await ask(tx, listRotationDebts, owner.actor, { organizationId, cursor: first.next });
  expect(second).toMatchObject({ debts: [{ items: 1, changed: 0 }], next: null });
});

test("members, and owners of other organizations, see no debts", async ({ tx }) => {
  const { organizationId, member } = await anOffboarding(tx);
  const elsewhere = await anOrganizationWith(tx, { name: "Quartz" });
  const stranger = await aConfirmed(tx, elsewhere.organizationId, "owner", "Stranger");
  for (const { actor } of [member, stranger])
    await expect(ask(tx, listRotationDebts, actor, { organizationId })).rejects.toThrow();
});

test("items out of the reader's reach are not shown", async ({ tx }) => {
  const { organizationId, member, remove } = await anOffboarding(tx);
  const admin = await aConfirmed(tx, organizationId, "admin", "Admin");
  await remove(member.memberId);
  await tx.update(organizations).set({ allowAdminAccessToAllCollectionItems: false });
  const { debts } = await ask(tx, listRotationDebts, admin.actor, { organizationId });
  const debtId = debts[0]?.id as never;
  expect((await ask(tx, listDebtItems, admin.actor, { organizationId, debtId })).items).toEqual([]);
});

describe("what could be read is owed, whatever happens before somebody goes", () => {
  const owed = async (tx: Tx, owner: { actor: Actor }, organizationId: OrganizationId) =>
    (await ask(tx, listRotationDebts, owner.actor, { organizationId })).debts.map(({ name, items }) => ({
      name,
      items,
    }));

  test("an admin leaves while the provider is suspended", async ({ tx }) => {
    const { providerId } = await aProviderWith(tx, { boss: "provider_admin, confirmed" });
    const organizationId = await aClientOf(tx, providerId);
    const owner = await aConfirmed(tx, organizationId, "owner", "Owner");
    const admin = await aConfirmed(tx, organizationId, "admin", "Admin");
    await anItem(tx, organizationId, []);
    await execute(tx, suspendProvider, operatorActor(), { providerId, reason: "Overdue." });
    await execute(tx, leaveOrganization, admin.actor, { organizationId });
    await execute(tx, reinstateProvider, operatorActor(), { providerId });
    expect(await owed(tx, owner, organizationId)).toEqual([{ name: "Admin", items: 1 }]);
  });

  test.for(["collection", "role"] as const)(
    "a member's %s is taken before a new key reached them again",
    async (tidied, { tx }) => {
      const { organizationId } = await anOrganizationWith(tx);
      const owner = await aConfirmed(tx, organizationId, "owner", "Owner");
      const member = await aConfirmed(tx, organizationId, tidied === "role" ? "admin" : "user", "Member");
      const { memberId } = member;
      const mine = await aCollection(tx, organizationId, tidied === "role" ? {} : { [memberId]: "edit" });
      await anItem(tx, organizationId, [mine]);
      const which = { organizationId, memberIds: [memberId] };
      await execute(tx, revokeOrganizationMembers, owner.actor, which);
      // A rotation seals no new key for somebody who is revoked.
      await tx
        .update(organizationMembers)
        .set({ organizationKeyForMember: null, organizationKeyId: null })
        .where(eq(organizationMembers.id, memberId));
      await execute(tx, restoreOrganizationMembers, owner.actor, which);
      if (tidied === "role")
        await execute(tx, changeOrganizationMemberRole, owner.actor, {
          organizationId,
          memberId,
          role: "user",
          permissions: [],
        });
      else
        await execute(tx, changeMemberCollections, owner.actor, {
          organizationId,
          memberId,
          given: [],
          changed: [],
          taken: [mine],
        });
      await execute(tx, removeOrganizationMembers, owner.actor, which);
      expect(await owed(tx, owner, organizationId)).toEqual([{ name: "Member", items: 1 }]);
    },
  );

  test("somebody of the team has a place of their own that reaches nothing", async ({ tx }) => {
    const { providerId, tech } = await aProviderWith(tx, {
      boss: "provider_admin, confirmed",
      tech: "service_user, confirmed",
    });
    const organizationId = await aClientOf(tx, providerId);
    const owner = await aConfirmed(tx, organizationId, "owner", "Owner");
    await anItem(tx, organizationId, []);
    await aMemberOf(tx, organizationId, tech);
    await tx.update(sessions).set({ provenAt: new Date() });
    await execute(tx, leaveProvider, owner.actor, { organizationId });
    const debts = await owed(tx, owner, organizationId);
    expect(debts).toContainEqual({ name: tech.name, items: 1 });
  });

  test("a plan without custom roles has ended the reach of one", async ({ tx }) => {
    const { organizationId } = await anOrganizationWith(tx, {
      plan: "enterprise_monthly",
      features: [...planFacts.enterprise_monthly.features],
    });
    const owner = await aConfirmed(tx, organizationId, "owner", "Owner");
    const { memberId } = await aConfirmed(tx, organizationId, "user", "Custom");
    await tx
      .update(organizationMembers)
      .set({ role: "custom", permissions: ["edit_any_collection"] })
      .where(eq(organizationMembers.id, memberId));
    await anItem(tx, organizationId, [await aCollection(tx, organizationId)]);
    await execute(tx, setOwnPlan, owner.actor, { organizationId, plan: "teams_monthly", seats: 10 });
    await execute(tx, removeOrganizationMembers, owner.actor, { organizationId, memberIds: [memberId] });
    expect(await owed(tx, owner, organizationId)).toEqual([{ name: "Custom", items: 1 }]);
  });
});

test("an organization is deleted as a whole, whatever was taken from its members", async ({ tx }) => {
  const here = await anOffboarding(tx);
  const { organizationId, owner, member, mine } = here;
  const taken = { organizationId, memberId: member.memberId, given: [], changed: [], taken: [mine] };
  await execute(tx, changeMemberCollections, owner.actor, taken);
  await tx.update(sessions).set({ provenAt: new Date() });
  await execute(tx, deleteOrganization, owner.actor, { organizationId });
  expect(await tx.$count(organizations, eq(organizations.id, organizationId))).toBe(0);
  expect(await tx.$count(formerAccess)).toBe(0);
});

test("of a collection that held nothing, nothing is kept", async ({ tx }) => {
  const { organizationId, owner, member } = await anOffboarding(tx);
  const empty = await aCollection(tx, organizationId, { [member.memberId]: "view" });
  await execute(tx, deleteCollections, owner.actor, { organizationId, collectionIds: [empty] });
  expect(await tx.$count(formerAccess)).toBe(0);
});
