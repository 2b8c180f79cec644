import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Tx } from "@/db/client";
import { ciphers } from "@/db/schema/ciphers";
import { collectionCiphers } from "@/db/schema/collection-ciphers";
import { collectionMembers } from "@/db/schema/collection-members";
import { collections } from "@/db/schema/collections";
import { events } from "@/db/schema/events";
import { organizations } from "@/db/schema/organizations";
import { rotationDebtItems } from "@/db/schema/rotation-debts";
import type { CollectionId, ItemId } from "@/lib/domain/ids";
import { execute } from "@/lib/operations/command";
import { assignItems } from "@/lib/operations/item/assign-items";
import { trashItems } from "@/lib/operations/item/trash-items";
import { removeOrganizationMembers } from "@/lib/operations/organization/remove-members";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { aCollection, aConfirmed, anItem, anOrganizationWith, anyId, keyOf } from "@/test/organization";
import { sealedText } from "@/test/people";

/** One item in a collection that the editor edits and in another that they do not have. */
async function aWorld(tx: Tx, wanted: Parameters<typeof anOrganizationWith>[1] = {}) {
  const { organizationId } = await anOrganizationWith(tx, wanted);
  const owner = await aConfirmed(tx, organizationId, "owner", "Brett Warden");
  const editor = await aConfirmed(tx, organizationId, "user", "Ravi Menon");
  const hidden = await aConfirmed(tx, organizationId, "user", "Lee Park");
  const collection = (permission: "edit" | "view" = "edit") =>
    aCollection(tx, organizationId, {
      [editor.memberId]: permission,
      ...(permission === "edit" && { [hidden.memberId]: "edit_hidden" }),
    });
  const here = await collection();
  const there = await collection();
  const onlySeen = await collection("view");
  const unseen = await aCollection(tx, organizationId);
  const itemId = await anItem(tx, organizationId, [here, unseen]);
  return { organizationId, owner, editor, hidden, here, there, onlySeen, unseen, itemId };
}

const placesOf = async (tx: Tx, itemId: ItemId) =>
  (await tx.select().from(collectionCiphers))
    .filter((entry) => entry.itemId === itemId)
    .map(({ collectionId }) => collectionId)
    .sort();

const assign = (itemId: ItemId, given: CollectionId[], taken: CollectionId[]) => ({
  itemIds: [itemId],
  given,
  taken,
});

describe("in which collections an item is", () => {
  test("is changed among those that one edits, and what one does not see stays", async ({ tx }) => {
    const { editor, here, there, unseen, itemId } = await aWorld(tx);
    expect(await execute(tx, assignItems, editor.actor, assign(itemId, [there], [here]))).toEqual({
      count: 1,
    });
    expect(await placesOf(tx, itemId)).toEqual([there, unseen].sort());
    expect(await execute(tx, assignItems, editor.actor, assign(itemId, [there], [here]))).toEqual({
      count: 0,
    });
    expect(await tx.select({ type: events.type, itemId: events.itemId }).from(events)).toEqual([
      { type: "cipher.updated_collections", itemId },
    ]);
  });

  test("is a revision of the items that moved, so that an edit from before is out of date", async ({
    tx,
  }) => {
    const { organizationId, editor, here, there, itemId } = await aWorld(tx);
    const stays = await anItem(tx, organizationId, [here, there]);
    const revised = async () =>
      new Map((await tx.select().from(ciphers)).map(({ id, revisedAt }) => [id, Number(revisedAt)]));
    const before = await revised();
    await execute(tx, assignItems, editor.actor, { itemIds: [itemId, stays], given: [there], taken: [] });
    const after = await revised();
    expect(after.get(itemId)).toBeGreaterThan(before.get(itemId) ?? 0);
    expect(after.get(stays)).toBe(before.get(stays));
  });

  test("cannot be changed where one only views, or has nothing", async ({ tx }) => {
    const { organizationId, editor, here, onlySeen, unseen, itemId } = await aWorld(tx);
    const strange = await aCollection(tx, (await anOrganizationWith(tx)).organizationId);
    for (const other of [onlySeen, unseen, strange])
      await expectRefused(tx, assignItems, editor.actor, assign(itemId, [other], []), "not_found");
    await expectRefused(tx, assignItems, editor.actor, assign(itemId, [], [unseen]), "not_found");
    const seen = await anItem(tx, organizationId, [onlySeen]);
    await expectRefused(tx, assignItems, editor.actor, assign(seen, [here], []), "not_found");
    expect(await placesOf(tx, itemId)).toEqual([here, unseen].sort());
  });

  test("is not for those who may not see its password: they could put it where they may", async ({ tx }) => {
    const { hidden, there, itemId } = await aWorld(tx);
    await expectRefused(tx, assignItems, hidden.actor, assign(itemId, [there], []), "not_found");
  });

  test("is not for those who may not delete it: they could take it from everybody else", async ({ tx }) => {
    const { organizationId, editor, here, there, itemId } = await aWorld(tx);
    await tx
      .update(organizations)
      .set({ limitItemDeletion: true })
      .where(eq(organizations.id, organizationId));
    for (const moved of [assign(itemId, [there], []), assign(itemId, [there], [here])])
      await expectRefused(tx, assignItems, editor.actor, moved, "not_found");
    await tx
      .update(collectionMembers)
      .set({ permission: "manage" })
      .where(eq(collectionMembers.collectionId, here));
    await execute(tx, assignItems, editor.actor, assign(itemId, [there], [here]));
  });

  test("is changed for several at once, and for none where one of them is not theirs", async ({ tx }) => {
    const { organizationId, editor, here, there, unseen, itemId } = await aWorld(tx);
    const second = await anItem(tx, organizationId, [here]);
    const both = { itemIds: [itemId, second], given: [there], taken: [] };
    expect(await execute(tx, assignItems, editor.actor, both)).toEqual({ count: 2 });
    const other = await anItem(tx, organizationId, [unseen]);
    const mixed = { itemIds: [itemId, other], given: [], taken: [there] };
    await expectRefused(tx, assignItems, editor.actor, mixed, "not_found");
    await execute(tx, trashItems, editor.actor, { itemIds: [second] });
    await expectRefused(tx, assignItems, editor.actor, { ...both, given: [], taken: [there] }, "not_found");
    expect(await placesOf(tx, second)).toEqual([here, there].sort());
  });
});

describe("an item in no collection", () => {
  test("is left by owners, and by members nowhere that they have", async ({ tx }) => {
    const { owner, editor, here, unseen, itemId } = await aWorld(tx);
    await expectRefused(tx, assignItems, editor.actor, assign(itemId, [], [here]), "item_needs_collection");
    await execute(tx, assignItems, owner.actor, assign(itemId, [], [here, unseen]));
    const [row] = await tx.select({ left: ciphers.collections }).from(ciphers).where(eq(ciphers.id, itemId));
    expect([await placesOf(tx, itemId), row?.left]).toEqual([[], 0]);
    await execute(tx, assignItems, owner.actor, assign(itemId, [here], []));
    expect(await placesOf(tx, itemId)).toEqual([here]);
  });
});

test("what is in a member's own collection comes into shared ones, and never the other way", async ({
  tx,
}) => {
  const { organizationId, editor, here, itemId } = await aWorld(tx);
  const mine = anyId() as CollectionId;
  await tx.insert(collections).values({
    id: mine,
    organizationId,
    organizationKeyId: keyOf(organizationId),
    name: sealedText(),
    type: "my_items",
    ownerMemberId: editor.memberId,
  });
  await tx
    .insert(collectionMembers)
    .values({ organizationId, collectionId: mine, memberId: editor.memberId, permission: "manage" });
  const own = await anItem(tx, organizationId, [mine]);
  await expectRefused(tx, assignItems, editor.actor, assign(itemId, [mine], [here]), "not_found");
  await execute(tx, assignItems, editor.actor, assign(own, [here], []));
  expect(await placesOf(tx, own)).toEqual([here]);
});

test("what somebody could read before it was taken out is owed when they are removed", async ({ tx }) => {
  const { organizationId, owner, editor, here, there, itemId } = await aWorld(tx);
  await tx.delete(collectionMembers).where(eq(collectionMembers.collectionId, there));
  await execute(tx, assignItems, owner.actor, assign(itemId, [there], [here]));
  const memberIds = [editor.memberId];
  await execute(tx, removeOrganizationMembers, owner.actor, { organizationId, memberIds });
  expect(await tx.select({ itemId: rotationDebtItems.itemId }).from(rotationDebtItems)).toEqual([{ itemId }]);
});
