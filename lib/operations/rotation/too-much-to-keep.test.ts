import { eq, sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Tx } from "@/db/client";
import { collectionGroups } from "@/db/schema/collection-groups";
import { collectionMembers } from "@/db/schema/collection-members";
import { formerAccess } from "@/db/schema/former-access";
import { groups } from "@/db/schema/groups";
import { organizationMembers } from "@/db/schema/organization-members";
import { rotationDebtItems } from "@/db/schema/rotation-debts";
import type { CollectionId, GroupId } from "@/lib/domain/ids";
import { deleteCollections } from "@/lib/operations/collection/delete-collections";
import { execute } from "@/lib/operations/command";
import { changeGroupMembers } from "@/lib/operations/group/change-group-members";
import { deleteGroups } from "@/lib/operations/group/delete-groups";
import { putIntoGroup } from "@/lib/operations/group/internal/belonging";
import { removeOrganizationMembers } from "@/lib/operations/organization/remove-members";
import { ask } from "@/lib/operations/query";
import { countRotationDebts } from "@/lib/operations/rotation/count-debts";
import { listDebtItems } from "@/lib/operations/rotation/list-debt-items";
import { listRotationDebts } from "@/lib/operations/rotation/list-debts";
import { test } from "@/test/database";
import { aCollection, aConfirmed, anItem, anOrganizationWith, keyOf } from "@/test/organization";
import { sealedText } from "@/test/people";

/** Lets so little be kept one by one that a few pairs are too many. */
const keepAtMost = (tx: Tx, most: number) =>
  tx.execute(
    sql.raw(
      `create or replace function most_kept_one_by_one() returns bigint language sql immutable as 'select ${most}'`,
    ),
  );

/** A member who has two collections through two groups, each with an item, and an item that they have not. */
async function aGroupedMember(tx: Tx) {
  const { organizationId } = await anOrganizationWith(tx);
  const owner = await aConfirmed(tx, organizationId, "owner", "Owner");
  const member = await aConfirmed(tx, organizationId, "user", "Member");
  const collectionIds = [await aCollection(tx, organizationId), await aCollection(tx, organizationId)];
  for (const collectionId of collectionIds) await anItem(tx, organizationId, [collectionId]);
  await anItem(tx, organizationId, []);
  const groupIds: GroupId[] = [];
  for (const name of ["desk", "field"]) {
    const [group] = await tx
      .insert(groups)
      .values({ organizationId, name, sortName: name })
      .returning({ id: groups.id });
    if (!group) throw new Error("no row came back");
    groupIds.push(group.id);
    await putIntoGroup(tx, { organizationId, groupId: group.id }, [member.memberId]);
    for (const collectionId of collectionIds)
      await tx
        .insert(collectionGroups)
        .values({ organizationId, groupId: group.id, collectionId, permission: "view" });
  }
  return { organizationId, owner, member, collectionIds, groupIds };
}
type Here = Awaited<ReturnType<typeof aGroupedMember>>;

const owedBy = async (tx: Tx, { organizationId, owner, member }: Here) => {
  const which = { organizationId, memberIds: [member.memberId] };
  await execute(tx, removeOrganizationMembers, owner.actor, which);
  const { debts } = await ask(tx, listRotationDebts, owner.actor, { organizationId });
  return debts.map(({ items }) => items);
};

const taken = {
  "they were taken out of their groups": async (tx, { organizationId, owner, member, groupIds }) => {
    for (const groupId of groupIds)
      await execute(tx, changeGroupMembers, owner.actor, {
        organizationId,
        groupId,
        given: [],
        taken: [member.memberId],
      });
  },
  "their groups were deleted": (tx, { organizationId, owner, groupIds }) =>
    execute(tx, deleteGroups, owner.actor, { organizationId, groupIds }),
  "collections were deleted": (tx, { organizationId, owner, collectionIds }) =>
    execute(tx, deleteCollections, owner.actor, { organizationId, collectionIds }),
  "collections were taken from the groups": (tx, { organizationId }) =>
    tx.delete(collectionGroups).where(eq(collectionGroups.organizationId, organizationId)),
  "collections that they had by name were taken": async (tx, { organizationId, member, collectionIds }) => {
    await tx.delete(collectionGroups);
    await tx.delete(formerAccess);
    const { memberId } = member;
    await tx.insert(collectionMembers).values(
      collectionIds.map((collectionId) => ({
        organizationId,
        collectionId,
        memberId,
        permission: "view" as const,
      })),
    );
    await tx.delete(collectionMembers).where(eq(collectionMembers.memberId, memberId));
  },
} satisfies Record<string, (tx: Tx, here: Here) => Promise<unknown>>;

describe.for(Object.entries(taken))("where %s", ([, take]) => {
  test("what they had is owed, each item once", async ({ tx }) => {
    const here = await aGroupedMember(tx);
    await take(tx, here);
    expect(await tx.$count(formerAccess)).toBe(2);
    expect(await owedBy(tx, here)).toEqual([2]);
  });

  test("everything is owed that was there, if keeping it one by one would be too much", async ({ tx }) => {
    const here = await aGroupedMember(tx);
    await keepAtMost(tx, 1);
    await take(tx, here);
    // Whoever goes is not one of too many then.
    await keepAtMost(tx, 100);
    expect(await owedBy(tx, here)).toEqual([3]);
    const { organizationId, owner } = here;
    const { debts } = await ask(tx, listRotationDebts, owner.actor, { organizationId });
    const debtId = debts[0]?.id ?? "";
    const { debt, items } = await ask(tx, listDebtItems, owner.actor, { organizationId, debtId });
    expect([debt.isAtMost, items.length]).toEqual([true, 3]);
    expect(await ask(tx, countRotationDebts, owner.actor, { organizationId })).toEqual({ open: 1 });
  });
});

test("one act keeps no more for taking from several groups, each of which would not be too much", async ({
  tx,
}) => {
  const here = await aGroupedMember(tx);
  await keepAtMost(tx, 3);
  await taken["their groups were deleted"](tx, here);
  expect(await owedBy(tx, here)).toEqual([3]);
});

test("who never had the key owes nothing, however much was taken from them", async ({ tx }) => {
  const here = await aGroupedMember(tx);
  await tx
    .update(organizationMembers)
    .set({ status: "accepted", organizationKeyForMember: null, organizationKeyId: null })
    .where(eq(organizationMembers.id, here.member.memberId));
  await keepAtMost(tx, 1);
  await taken["their groups were deleted"](tx, here);
  expect(await owedBy(tx, here)).toEqual([]);
});

test("whoever could read few items owes these, beside somebody who could read too many", async ({ tx }) => {
  const here = await aGroupedMember(tx);
  const { organizationId, owner, member } = here;
  const admin = await aConfirmed(tx, organizationId, "admin", "Admin");
  await keepAtMost(tx, 4);
  const memberIds = [admin.memberId, member.memberId];
  await execute(tx, removeOrganizationMembers, owner.actor, { organizationId, memberIds });
  expect(await tx.$count(rotationDebtItems)).toBe(2);
  const { debts } = await ask(tx, listRotationDebts, owner.actor, { organizationId });
  const owed = debts.map(({ name, items }) => [name, items]);
  expect(owed.sort()).toEqual([
    ["Admin", 3],
    ["Member", 2],
  ]);
});

test("collections of a group of hundreds are deleted, which leaves a row for each person and none for each pair", async ({
  tx,
}) => {
  const here = await aGroupedMember(tx);
  const { organizationId, owner } = here;
  const [groupId] = here.groupIds;
  await tx.execute(sql`insert into organization_members (organization_id, email, role, status, confirmed_at)
    select ${organizationId}, 'm' || number || '@x.example', 'user', 'invited', now() from generate_series(1, 600) as number`);
  await tx.execute(sql`insert into group_members (organization_id, group_id, member_id)
    select organization_id, ${groupId}, id from organization_members where organization_id = ${organizationId} and email is not null`);
  const { rows } = await tx.execute<{ id: CollectionId }>(sql`
    insert into collections (organization_id, organization_key_id, name)
    select ${organizationId}, ${keyOf(organizationId)}, ${sealedText()} from generate_series(1, 90) returning id`);
  await tx.execute(sql`insert into collection_groups (organization_id, group_id, collection_id, permission)
    select organization_id, ${groupId}, id, 'view' from collections where organization_id = ${organizationId}
    on conflict do nothing`);
  await tx.execute(sql`insert into collection_ciphers (organization_id, collection_id, cipher_id)
    select organization_id, collections.id, (select id from ciphers limit 1) from collections on conflict do nothing`);
  const collectionIds = rows.map(({ id }) => id);
  await execute(tx, deleteCollections, owner.actor, { organizationId, collectionIds });
  expect(await tx.$count(formerAccess)).toBe(601);
});
