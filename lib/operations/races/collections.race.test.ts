import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { ciphers } from "@/db/schema/ciphers";
import { collectionCiphers } from "@/db/schema/collection-ciphers";
import { collectionMembers } from "@/db/schema/collection-members";
import { ItemId } from "@/lib/domain/ids";
import { changeCollectionAccess } from "@/lib/operations/collection/change-collection-access";
import { deleteCollections } from "@/lib/operations/collection/delete-collections";
import { execute } from "@/lib/operations/command";
import { createItem } from "@/lib/operations/item/create-item";
import { updateItem } from "@/lib/operations/item/update-item";
import { removeOrganizationMembers } from "@/lib/operations/organization/remove-members";
import { openTestPostgres } from "@/test/database";
import { aNewcomer } from "@/test/newcomers";
import { aCollection, anItem, anOrganizationWith, keyOf, sealedLogin } from "@/test/organization";
import { outcomeOf, report, roundsOf, violationsIn, withoutLocks } from "@/test/racing";

const { db, drop } = await openTestPostgres();
afterAll(drop);

const world = () =>
  db.transaction(async (tx) => {
    const { organizationId } = await anOrganizationWith(tx);
    const owner = await aNewcomer(tx, organizationId, "owner");
    const editor = await aNewcomer(tx, organizationId, "user");
    const collectionId = await aCollection(tx, organizationId, { [editor.memberId]: "edit" });
    const itemId = await anItem(tx, organizationId, [collectionId]);
    const [item] = await tx.select().from(ciphers).where(eq(ciphers.id, itemId));
    if (!item) throw new Error("no row came back");
    return { organizationId, owner, editor, collectionId, itemId, revisedAt: item.revisedAt };
  });

/** An item is in the collection before it goes, and becomes unassigned; or it is not made. */
async function createWhileDeleted(): Promise<string | null> {
  const { organizationId, owner, editor, collectionId } = await world();
  const itemId = ItemId.parse(randomUUID());
  const input = {
    itemId,
    organizationId,
    organizationKeyId: keyOf(organizationId),
    collectionIds: [collectionId],
    ...sealedLogin(),
  };
  const [created, deleted] = await Promise.all([
    outcomeOf(execute(db, createItem, editor.actor, input)),
    outcomeOf(execute(db, deleteCollections, owner.actor, { organizationId, collectionIds: [collectionId] })),
  ]);
  const items = await db.$count(ciphers, eq(ciphers.id, itemId));
  const entries = await db.$count(collectionCiphers, eq(collectionCiphers.itemId, itemId));
  const isFair = deleted === "done" && entries === 0 && created === (items === 1 ? "done" : "not_found");
  return isFair ? null : `${created}, ${deleted}: ${items} items in ${entries} collections`;
}

/** Whoever may edit an item by its collection edits it before the collection goes, or not at all. */
async function editWhileDeleted(): Promise<string | null> {
  const { organizationId, owner, editor, collectionId, itemId, revisedAt } = await world();
  const input = {
    itemId,
    organizationKeyId: keyOf(organizationId),
    lastKnownRevisionDate: revisedAt,
    ...sealedLogin(),
  };
  const edit = execute(db, updateItem, editor.actor, input);
  const [edited, deleted] = await Promise.all([
    outcomeOf(edit),
    outcomeOf(execute(db, deleteCollections, owner.actor, { organizationId, collectionIds: [collectionId] })),
  ]);
  const [item] = await db.select().from(ciphers).where(eq(ciphers.id, itemId));
  // The deletion revises each item of the collection: whichever date stands came last.
  const isEditLast = edited === "done" && Number((await edit).revisedAt) === Number(item?.revisedAt);
  const isFair = deleted === "done" && ["done", "not_found"].includes(edited) && !isEditLast;
  return isFair ? null : `${edited}, ${deleted}: the edit came ${isEditLast ? "last" : "first"}`;
}

/** A member who is removed while collections are given to them keeps none, and nothing breaks. */
async function grantWhileRemoved(): Promise<string | null> {
  const { organizationId, owner, editor, collectionId } = await world();
  const [other, leaver] = await db.transaction(async (tx) => [
    await aNewcomer(tx, organizationId, "user"),
    await aNewcomer(tx, organizationId, "user"),
  ]);
  if (!other || !leaver) throw new Error("two people were made");
  const given = [leaver, other].map(({ memberId }) => ({ memberId, permission: "edit" as const }));
  const changed = [{ memberId: editor.memberId, permission: "manage" as const }];
  const change = { organizationId, collectionId, given, changed, taken: [] };
  const [granted, removed] = await Promise.all([
    outcomeOf(execute(db, changeCollectionAccess, owner.actor, change)),
    outcomeOf(
      execute(db, removeOrganizationMembers, owner.actor, { organizationId, memberIds: [leaver.memberId] }),
    ),
  ]);
  const theirs = await db.$count(collectionMembers, eq(collectionMembers.memberId, leaver.memberId));
  const others = await db.$count(
    collectionMembers,
    and(eq(collectionMembers.collectionId, collectionId), eq(collectionMembers.memberId, other.memberId)),
  );
  const isFair = removed === "done" && theirs === 0 && granted === (others === 1 ? "done" : "not_found");
  return isFair ? null : `${granted}, ${removed}: ${theirs} of theirs, ${others} of the other's`;
}

test.each([
  ["an item is made in it", createWhileDeleted],
  ["its item is edited", editWhileDeleted],
])("a collection is deleted while %s", async (_what, play) => {
  const violations = await violationsIn(roundsOf(30), play);
  expect(violations).toEqual([]);
  report(roundsOf(30), violations.length, 0);
});

test("without locks an item would be edited by whom its collection was taken from", async () => {
  const unlocked = await withoutLocks(() => violationsIn(60, editWhileDeleted));
  expect(unlocked.length).toBeGreaterThan(0);
  report(0, 0, unlocked.length);
});

test("a member is removed while a collection is given to them", async () => {
  const violations = await violationsIn(roundsOf(30), grantWhileRemoved);
  expect(violations).toEqual([]);
  report(roundsOf(30), violations.length, 0);
});
