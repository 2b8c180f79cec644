import { expect } from "vitest";
import type { Tx } from "@/db/client";
import type { organizations } from "@/db/schema/organizations";
import type { Actor } from "@/lib/domain/actor";
import type { CollectionPermission } from "@/lib/domain/collection/permission";
import type { ItemId } from "@/lib/domain/ids";
import type { OrganizationRole } from "@/lib/domain/organization/member";
import { execute } from "@/lib/operations/command";
import { assignItems } from "@/lib/operations/item/assign-items";
import { createItem } from "@/lib/operations/item/create-item";
import { listOrganizationItems } from "@/lib/operations/item/list-organization-items";
import { reportItemEvent } from "@/lib/operations/item/report-item-event";
import { trashItems } from "@/lib/operations/item/trash-items";
import { updateItem } from "@/lib/operations/item/update-item";
import { ask } from "@/lib/operations/query";
import { test } from "@/test/database";
import { anEdit, anOwnItem, newItem } from "@/test/items";
import { wholeVault } from "@/test/my-vault";
import {
  aCollection,
  aConfirmed,
  anItem,
  anOrganizationWith,
  anyId,
  keyOf,
  sealedLogin,
} from "@/test/organization";
import { outcomeOf } from "@/test/racing";

class Undo extends Error {}

/** Whether an act would be done. It is undone again. */
async function would(tx: Tx, act: (tx: Tx) => Promise<unknown>): Promise<boolean> {
  let isDone = false;
  const trial = tx.transaction(async (within) => {
    isDone = (await outcomeOf(act(within))) === "done";
    throw new Undo();
  });
  await trial.catch((error: unknown) => {
    if (!(error instanceof Undo)) throw error;
  });
  return isDone;
}

/** What the operations themselves allow with an item. */
async function allowed(tx: Tx, actor: Actor, itemId: ItemId) {
  const edit = await anEdit(tx, itemId);
  const report = { itemId, what: "password_revealed" as const };
  return {
    edit: await would(tx, (within) => execute(within, updateItem, actor, edit)),
    delete: await would(tx, (within) => execute(within, trashItems, actor, { itemIds: [itemId] })),
    reveal: await would(tx, (within) => execute(within, reportItemEvent, actor, report)),
    assign: await would(tx, (within) =>
      execute(within, assignItems, actor, { itemIds: [itemId], given: [], taken: [] }),
    ),
  };
}

type Switches = Partial<
  Pick<typeof organizations.$inferInsert, "allowAdminAccessToAllCollectionItems" | "limitItemDeletion">
>;
type Case = [OrganizationRole, CollectionPermission[], Switches];

const closed = { allowAdminAccessToAllCollectionItems: false };
const cases: Case[] = [
  ["user", ["view"], {}],
  ["user", ["view_hidden"], {}],
  ["user", ["edit"], {}],
  ["user", ["edit_hidden"], {}],
  ["user", ["manage"], {}],
  ["user", ["view_hidden", "edit"], {}],
  ["user", ["edit"], { limitItemDeletion: true }],
  ["user", ["manage"], { limitItemDeletion: true }],
  ["owner", ["view_hidden"], {}],
  ["owner", ["view_hidden"], closed],
  ["admin", ["view", "manage"], closed],
  ["admin", ["edit"], { ...closed, limitItemDeletion: true }],
  ["custom", ["manage"], {}],
];

/** An item in a collection for each permission. */
async function world(tx: Tx, [role, permissions, switches]: Case) {
  const { organizationId } = await anOrganizationWith(tx, switches);
  const member = await aConfirmed(tx, organizationId, role, "Betty Warden");
  const collectionIds = [];
  for (const permission of permissions)
    collectionIds.push(await aCollection(tx, organizationId, { [member.memberId]: permission }));
  return { organizationId, member, collectionIds, itemId: await anItem(tx, organizationId, collectionIds) };
}

test.for(cases)("a vault offers to %s with %j, where %j, what would be done", async (given, { tx }) => {
  const { organizationId, member, itemId } = await world(tx, given);
  const vault = await wholeVault(tx, member.actor);
  expect(vault.items).toMatchObject([{ id: itemId, may: await allowed(tx, member.actor, itemId) }]);
  for (const { id, mayEdit } of vault.collections) {
    const item = {
      itemId: anyId(),
      organizationId,
      organizationKeyId: keyOf(organizationId),
      collectionIds: [id],
      ...sealedLogin(),
    };
    expect(mayEdit).toBe(await would(tx, (within) => execute(within, createItem, member.actor, item)));
  }
});

test.for(cases.filter(([role]) => role === "owner" || role === "admin"))(
  "a collection's page offers to %s with %j, where %j, what would be done",
  async (given, { tx }) => {
    const { organizationId, member, collectionIds, itemId } = await world(tx, given);
    const may = await allowed(tx, member.actor, itemId);
    for (const collectionId of collectionIds) {
      const list = await ask(tx, listOrganizationItems, member.actor, { organizationId, collectionId });
      expect(list.items).toMatchObject([{ id: itemId, may }]);
      const item = newItem(organizationId, [collectionId]);
      expect(list.mayAdd).toBe(await would(tx, (within) => execute(within, createItem, member.actor, item)));
    }
  },
);

test("a vault offers everything with one's own item", async ({ tx }) => {
  const { organizationId } = await anOrganizationWith(tx);
  const { actor } = await aConfirmed(tx, organizationId, "user", "Betty Warden");
  await anOwnItem(tx, { actor });
  const { items } = await wholeVault(tx, actor);
  expect(items).toMatchObject([{ may: { edit: true, delete: true, reveal: true, assign: false } }]);
});
