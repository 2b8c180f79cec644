import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Tx } from "@/db/client";
import { ciphers } from "@/db/schema/ciphers";
import { collectionCiphers } from "@/db/schema/collection-ciphers";
import { collections } from "@/db/schema/collections";
import { events } from "@/db/schema/events";
import { itemMarks } from "@/db/schema/item-marks";
import { organizations } from "@/db/schema/organizations";
import type { ItemId } from "@/lib/domain/ids";
import { execute } from "@/lib/operations/command";
import { deleteItems } from "@/lib/operations/item/delete-items";
import { listOrganizationItems } from "@/lib/operations/item/list-organization-items";
import { markItems } from "@/lib/operations/item/mark-items";
import { restoreItems } from "@/lib/operations/item/restore-items";
import { trashItems } from "@/lib/operations/item/trash-items";
import { ask } from "@/lib/operations/query";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { anOwnItem } from "@/test/items";
import { wholeVault } from "@/test/my-vault";
import { aCollection, aConfirmed, anItem, anOrganizationWith, anyId } from "@/test/organization";
import { aPerson } from "@/test/people";

/** Items in a collection that one member edits and another only views. */
async function aWorld(tx: Tx) {
  const { organizationId } = await anOrganizationWith(tx);
  const editor = await aConfirmed(tx, organizationId, "user", "Ravi Menon");
  const reader = await aConfirmed(tx, organizationId, "user", "Lee Park");
  const collectionId = await aCollection(tx, organizationId, {
    [editor.memberId]: "edit",
    [reader.memberId]: "view",
  });
  const itemIds = [
    await anItem(tx, organizationId, [collectionId]),
    await anItem(tx, organizationId, [collectionId]),
  ];
  return { organizationId, collectionId, editor, reader, itemIds };
}

const trashed = async (tx: Tx, itemIds: readonly ItemId[]) =>
  (await tx.select().from(ciphers)).filter(({ id, deletedAt }) => itemIds.includes(id) && deletedAt).length;

const typesOf = async (tx: Tx) =>
  (await tx.select({ type: events.type }).from(events).orderBy(events.sequence)).map(({ type }) => type);

describe("the trash", () => {
  test("gives back what was put into it, and lets go for good only of what is there", async ({ tx }) => {
    const { editor, itemIds } = await aWorld(tx);
    await expectRefused(tx, deleteItems, editor.actor, { itemIds }, "item_not_in_trash");
    await execute(tx, trashItems, editor.actor, { itemIds });
    expect(await trashed(tx, itemIds)).toBe(2);

    const [first, second] = itemIds as [ItemId, ItemId];
    expect(await execute(tx, restoreItems, editor.actor, { itemIds: [first] })).toEqual({ count: 1 });
    await expectRefused(tx, deleteItems, editor.actor, { itemIds }, "item_not_in_trash");
    await execute(tx, deleteItems, editor.actor, { itemIds: [second] });
    expect(await tx.select({ id: ciphers.id }).from(ciphers)).toEqual([{ id: first }]);
    expect(await tx.$count(collectionCiphers)).toBe(1);
    expect(await typesOf(tx)).toEqual([
      "cipher.trashed",
      "cipher.trashed",
      "cipher.restored",
      "cipher.deleted",
    ]);
  });

  test("is no reader's to fill, to empty or to take from, and nobody else's", async ({ tx }) => {
    const { editor, reader, itemIds } = await aWorld(tx);
    const stranger = await aPerson(tx, "Stranger");
    for (const who of [reader, stranger])
      await expectRefused(tx, trashItems, who.actor, { itemIds }, "not_found");
    await execute(tx, trashItems, editor.actor, { itemIds });
    for (const command of [restoreItems, deleteItems])
      for (const who of [reader, stranger])
        await expectRefused(tx, command, who.actor, { itemIds }, "not_found");
  });

  test("takes several of one owner, and none where one of them is not theirs", async ({ tx }) => {
    const { editor, itemIds } = await aWorld(tx);
    const [first] = itemIds as [ItemId, ItemId];
    const mine = await anOwnItem(tx, editor);
    const other = await anItem(tx, (await anOrganizationWith(tx)).organizationId, []);
    for (const strange of [mine, other, anyId()])
      await expectRefused(tx, trashItems, editor.actor, { itemIds: [first, strange] }, "not_found");
    expect(await trashed(tx, itemIds)).toBe(0);
    expect(await execute(tx, trashItems, editor.actor, { itemIds: [mine] })).toEqual({ count: 1 });
  });

  test("is part of one's vault, and of no list of a collection", async ({ tx }) => {
    const { editor, itemIds } = await aWorld(tx);
    await execute(tx, trashItems, editor.actor, { itemIds: itemIds.slice(0, 1) });
    const { items } = await wholeVault(tx, editor.actor);
    expect(items.map(({ deletedAt }) => deletedAt !== null).sort()).toEqual([false, true]);
  });
});

describe("the trash of an organization", () => {
  const inTrash = { collectionId: "trash" as const };

  test("shows owners all of it, the last first, to restore and to delete", async ({ tx }) => {
    const { organizationId, editor, itemIds, collectionId } = await aWorld(tx);
    const owner = await aConfirmed(tx, organizationId, "owner", "Brett Warden");
    const [first, second] = itemIds as [ItemId, ItemId];
    const list = () => ask(tx, listOrganizationItems, owner.actor, { organizationId, ...inTrash });
    expect((await list()).items).toEqual([]);
    await execute(tx, trashItems, editor.actor, { itemIds: [first] });
    await tx
      .update(ciphers)
      .set({ deletedAt: new Date(0) })
      .where(eq(ciphers.id, first));
    await execute(tx, trashItems, editor.actor, { itemIds: [second] });
    const { items, collection, mayAdd } = await list();
    expect([collection, mayAdd]).toEqual([null, false]);
    expect(items).toMatchObject([
      { id: second, collectionIds: [collectionId], may: { delete: true }, deletedAt: expect.any(Date) },
      { id: first, deletedAt: new Date(0) },
    ]);
    await execute(tx, restoreItems, owner.actor, { itemIds: [first] });
    await execute(tx, deleteItems, owner.actor, { itemIds: [second] });
    expect((await list()).items).toEqual([]);
  });

  test("shows owners who do not reach all what they were given and what is in none, and members nothing", async ({
    tx,
  }) => {
    const { organizationId, editor } = await aWorld(tx);
    await tx.update(organizations).set({ allowAdminAccessToAllCollectionItems: false });
    const owner = await aConfirmed(tx, organizationId, "owner", "Brett Warden");
    const given = await aCollection(tx, organizationId, { [owner.memberId]: "view" });
    const theirs = [await anItem(tx, organizationId, [given]), await anItem(tx, organizationId, [])];
    await tx.update(ciphers).set({ deletedAt: new Date() });
    const { items } = await ask(tx, listOrganizationItems, owner.actor, { organizationId, ...inTrash });
    expect(items.find(({ id }) => id === theirs[0])?.collectionIds).toEqual([given]);
    expect(new Map(items.map(({ id, may }) => [id, may.delete]))).toEqual(
      new Map([
        [theirs[0], false],
        [theirs[1], true],
      ]),
    );
    await expect(
      ask(tx, listOrganizationItems, editor.actor, { organizationId, ...inTrash }),
    ).rejects.toThrow();
  });

  test("has nothing of what is in members' own collections", async ({ tx }) => {
    const { organizationId, editor, itemIds } = await aWorld(tx);
    const owner = await aConfirmed(tx, organizationId, "owner", "Brett Warden");
    await tx
      .update(collections)
      .set({ type: "my_items", ownerMemberId: editor.memberId })
      .where(eq(collections.organizationId, organizationId));
    await execute(tx, trashItems, editor.actor, { itemIds });
    const { items } = await ask(tx, listOrganizationItems, owner.actor, { organizationId, ...inTrash });
    expect(items).toEqual([]);
  });
});

describe("what an item is to somebody", () => {
  test("is theirs alone, and stays as it is where nothing is said of it", async ({ tx }) => {
    const { editor, reader, itemIds } = await aWorld(tx);
    const [first] = itemIds as [ItemId, ItemId];
    const marksOf = async (who: typeof reader) =>
      (await wholeVault(tx, who.actor)).items.map(({ isFavorite, archivedAt }) => [
        isFavorite,
        archivedAt !== null,
      ]);
    await execute(tx, markItems, reader.actor, { itemIds: [first], isFavorite: true });
    await execute(tx, markItems, reader.actor, { itemIds: [first], isArchived: true });
    expect(await marksOf(reader)).toContainEqual([true, true]);
    expect(await marksOf(editor)).toEqual([
      [false, false],
      [false, false],
    ]);
    await execute(tx, markItems, reader.actor, { itemIds: [first], isArchived: false });
    expect(await marksOf(reader)).toContainEqual([true, false]);
    expect(await typesOf(tx)).toEqual([]);
  });

  test("cannot be said of an item that one does not read", async ({ tx }) => {
    const { itemIds } = await aWorld(tx);
    const stranger = await aPerson(tx, "Stranger");
    await expectRefused(tx, markItems, stranger.actor, { itemIds, isFavorite: true }, "not_found");
    expect(await tx.$count(itemMarks)).toBe(0);
  });

  test("goes with the item", async ({ tx }) => {
    const { reader, itemIds } = await aWorld(tx);
    const [first] = itemIds as [ItemId, ItemId];
    await execute(tx, markItems, reader.actor, { itemIds, isFavorite: true });
    await tx.delete(ciphers).where(eq(ciphers.id, first));
    expect(await tx.$count(itemMarks)).toBe(1);
  });
});
