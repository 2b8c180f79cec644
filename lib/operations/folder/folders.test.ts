import { eq } from "drizzle-orm";
import { expect } from "vitest";
import type { Tx } from "@/db/client";
import { folders } from "@/db/schema/folders";
import { itemMarks } from "@/db/schema/item-marks";
import { users } from "@/db/schema/users";
import { foldersOfOne } from "@/lib/domain/folder/limits";
import { FolderId, type ItemId } from "@/lib/domain/ids";
import { execute } from "@/lib/operations/command";
import { createFolder } from "@/lib/operations/folder/create-folder";
import { deleteFolder } from "@/lib/operations/folder/delete-folder";
import { renameFolder } from "@/lib/operations/folder/rename-folder";
import { markItems } from "@/lib/operations/item/mark-items";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { anOwnItem } from "@/test/items";
import { wholeVault } from "@/test/my-vault";
import { aCollection, aConfirmed, anItem, anOrganizationWith, anyId } from "@/test/organization";
import { aPerson, type Person, sealedText } from "@/test/people";

/** Somebody with an item of their own and one of their organization. */
async function aWorld(tx: Tx) {
  const { organizationId } = await anOrganizationWith(tx);
  const betty = await aConfirmed(tx, organizationId, "user", "Betty Warden");
  const lee = await aConfirmed(tx, organizationId, "user", "Lee Park");
  const collectionId = await aCollection(tx, organizationId, {
    [betty.memberId]: "view",
    [lee.memberId]: "edit",
  });
  const shared = await anItem(tx, organizationId, [collectionId]);
  const own = await anOwnItem(tx, betty);
  const folderId = anyId();
  await execute(tx, createFolder, betty.actor, { folderId, name: sealedText() });
  return { betty, lee, shared, own, folderId };
}

const foldersOf = async (tx: Tx, { actor }: Pick<Person, "actor">) => {
  const vault = await wholeVault(tx, actor);
  return {
    folders: vault.folders.map(({ id }) => id),
    items: new Map(vault.items.map(({ id, folderId }) => [id as ItemId, folderId])),
  };
};

test("a folder holds what its person puts there, their own and shared, and others see nothing of it", async ({
  tx,
}) => {
  const { betty, lee, shared, own, folderId } = await aWorld(tx);
  for (const itemId of [shared, own])
    await execute(tx, markItems, betty.actor, { itemIds: [itemId], folderId });
  await execute(tx, markItems, betty.actor, { itemIds: [own], isFavorite: true });
  expect(await foldersOf(tx, betty)).toEqual({
    folders: [folderId],
    items: new Map([
      [shared, folderId],
      [own, folderId],
    ]),
  });
  expect(await foldersOf(tx, lee)).toEqual({ folders: [], items: new Map([[shared, null]]) });
  await execute(tx, markItems, betty.actor, { itemIds: [own], folderId: null });
  expect((await foldersOf(tx, betty)).items.get(own as ItemId)).toBe(null);
});

test("a folder is its person's alone to name, to fill and to delete", async ({ tx }) => {
  const { lee, shared, folderId } = await aWorld(tx);
  const name = sealedText();
  await expectRefused(tx, renameFolder, lee.actor, { folderId, name }, "not_found");
  await expectRefused(tx, deleteFolder, lee.actor, { folderId }, "not_found");
  await expectRefused(tx, createFolder, lee.actor, { folderId, name }, "not_found");
  await expectRefused(tx, markItems, lee.actor, { itemIds: [shared], folderId }, "not_found");
  expect(await tx.$count(itemMarks)).toBe(0);
});

test("a folder is made once, renamed, and deleted without what is in it", async ({ tx }) => {
  const { betty, shared, folderId } = await aWorld(tx);
  const [first] = await tx.select().from(folders);
  await execute(tx, createFolder, betty.actor, { folderId, name: sealedText() });
  expect(await tx.select().from(folders)).toEqual([first]);
  const name = sealedText(7);
  await execute(tx, renameFolder, betty.actor, { folderId, name });
  expect(await tx.select({ name: folders.name }).from(folders)).toEqual([{ name }]);
  await execute(tx, markItems, betty.actor, { itemIds: [shared], folderId });
  await execute(tx, deleteFolder, betty.actor, { folderId });
  expect((await foldersOf(tx, betty)).items.get(shared)).toBe(null);
  expect(await tx.$count(folders)).toBe(0);
});

test("a person has five hundred folders at most, and none that is not sealed", async ({ tx }) => {
  const { actor, userId } = await aPerson(tx, "Betty Warden");
  const many = Array.from({ length: foldersOfOne }, () => ({
    id: FolderId.parse(anyId()),
    userId,
    name: sealedText(),
  }));
  await tx.insert(folders).values(many);
  const another = { folderId: anyId(), name: sealedText() };
  await expectRefused(tx, createFolder, actor, another, "too_many_folders");
  const open = { folderId: anyId(), name: "Taxes" };
  const error = await execute(tx, createFolder, actor, open).catch((thrown) => thrown);
  expect(error.issues).toMatchObject([{ path: ["name"], message: "not_sealed" }]);
});

test("folders go with their person", async ({ tx }) => {
  const { betty, shared, folderId } = await aWorld(tx);
  await execute(tx, markItems, betty.actor, { itemIds: [shared], folderId });
  const alone = await aPerson(tx, "Nobody Else");
  const theirs = anyId();
  await execute(tx, createFolder, alone.actor, { folderId: theirs, name: sealedText() });
  const itemId = await anOwnItem(tx, alone);
  await execute(tx, markItems, alone.actor, { itemIds: [itemId], folderId: theirs });
  await tx.delete(users).where(eq(users.id, alone.userId));
  expect(await tx.select({ id: folders.id }).from(folders)).toEqual([{ id: folderId }]);
});
