import { eq, sql } from "drizzle-orm";
import { expect } from "vitest";
import type { Tx } from "@/db/client";
import { ciphers } from "@/db/schema/ciphers";
import { revisions } from "@/db/schema/revisions";
import { users } from "@/db/schema/users";
import { createCollection } from "@/lib/operations/collection/create-collection";
import { deleteCollections } from "@/lib/operations/collection/delete-collections";
import { updateCollection } from "@/lib/operations/collection/update-collection";
import { execute } from "@/lib/operations/command";
import { createItem } from "@/lib/operations/item/create-item";
import { trashItems } from "@/lib/operations/item/trash-items";
import { updateItem } from "@/lib/operations/item/update-item";
import { changeOrganizationMemberRole } from "@/lib/operations/organization/change-member-role";
import { removeOrganizationMembers } from "@/lib/operations/organization/remove-members";
import { updateProvider } from "@/lib/operations/provider/update-provider";
import { ask } from "@/lib/operations/query";
import { getMyRevision } from "@/lib/operations/revision/get-my-revision";
import { test } from "@/test/database";
import { anEdit, anOwnItem, newItem } from "@/test/items";
import {
  aCollection,
  aConfirmed,
  anItem,
  anOrganizationOf,
  anOrganizationWith,
  anyId,
  keyOf,
} from "@/test/organization";
import { type Person, sealedText } from "@/test/people";
import { aProviderWith } from "@/test/provider";

const revisionOf = async (tx: Tx, { actor }: Person) =>
  Number((await ask(tx, getMyRevision, actor, {})).revisedAt);

async function anOrganization(tx: Tx) {
  const { organizationId, owner, user } = await anOrganizationOf(tx, ["owner", "user"]);
  const { organizationId: elsewhere } = await anOrganizationWith(tx, { name: "Other" });
  const stranger = await aConfirmed(tx, elsewhere, "user", "Betty Warden");
  const collectionId = await aCollection(tx, organizationId, { [user.memberId]: "edit" });
  return { organizationId, owner, user, stranger, collectionId };
}

const lastEdit = async (tx: Tx, itemId: typeof ciphers.$inferSelect.id) => {
  const [row] = await tx.select({ at: ciphers.revisedAt }).from(ciphers).where(eq(ciphers.id, itemId));
  return row?.at ?? new Date(0);
};

test("every change of what is shared advances what its people sync, and writes no account", async ({
  tx,
}) => {
  const { organizationId, owner, user, stranger, collectionId } = await anOrganization(tx);
  const itemId = await anItem(tx, organizationId, [collectionId]);
  const target = { organizationId, collectionId };
  const organizationKeyId = keyOf(organizationId);
  const under = { organizationId, organizationKeyId };
  const item = newItem(organizationId, [collectionId]);
  const accounts = () =>
    tx.select({ id: users.id, xmin: sql`users.xmin::text` }).from(users).orderBy(users.id);
  const before = await accounts();
  const acts = {
    create: () => execute(tx, createItem, user.actor, item),
    update: async () => execute(tx, updateItem, user.actor, await anEdit(tx, itemId)),
    delete: () => execute(tx, trashItems, user.actor, { itemIds: [itemId] }),
    "new collection": () =>
      execute(tx, createCollection, owner.actor, {
        ...under,
        collectionId: anyId(),
        name: sealedText(),
        members: [],
      }),
    rename: () =>
      execute(tx, updateCollection, owner.actor, { ...target, organizationKeyId, name: sealedText() }),
    "delete collection": () =>
      execute(tx, deleteCollections, owner.actor, {
        organizationId: target.organizationId,
        collectionIds: [target.collectionId],
      }),
  };
  const others = await revisionOf(tx, stranger);
  for (const [name, act] of Object.entries(acts)) {
    const [ofOwner, ofUser] = [await revisionOf(tx, owner), await revisionOf(tx, user)];
    await act();
    expect(await revisionOf(tx, owner), name).toBeGreaterThan(ofOwner);
    expect(await revisionOf(tx, user), name).toBeGreaterThan(ofUser);
  }
  expect(await revisionOf(tx, stranger)).toBe(others);
  expect(await accounts()).toEqual(before);
});

test("an item's date is the organization's revision at that edit", async ({ tx }) => {
  const { organizationId, user, collectionId } = await anOrganization(tx);
  const input = newItem(organizationId, [collectionId]);
  const { itemId, revisedAt } = await execute(tx, createItem, user.actor, input);
  expect([await lastEdit(tx, itemId), await revisionOf(tx, user)]).toEqual([revisedAt, Number(revisedAt)]);
});

test("a revision ahead of the clock goes on from where it is", async ({ tx }) => {
  const { organizationId, user, collectionId } = await anOrganization(tx);
  const itemId = await anItem(tx, organizationId, [collectionId]);
  const ahead = new Date(Date.now() + 60_000);
  await tx.insert(revisions).values({ organizationId, revisedAt: ahead });
  await execute(tx, trashItems, user.actor, { itemIds: [itemId] });
  expect(await revisionOf(tx, user)).toBe(Number(ahead) + 1);
});

test("one's own items and one's own place advance one's own revision", async ({ tx }) => {
  const { organizationId, owner, user } = await anOrganization(tx);
  const start = await revisionOf(tx, user);
  await anOwnItem(tx, user);
  const own = await revisionOf(tx, user);
  expect(own).toBeGreaterThan(start);
  const ofOwner = await revisionOf(tx, owner);
  const change = { organizationId, memberId: user.memberId, role: "admin" as const };
  await execute(tx, changeOrganizationMemberRole, owner.actor, change);
  expect(await revisionOf(tx, user)).toBeGreaterThan(own);
  expect(await revisionOf(tx, owner)).toBe(ofOwner);
});

test("whoever loses an organization does not fall behind what they have synced of it", async ({ tx }) => {
  const { organizationId, owner, user } = await anOrganization(tx);
  await tx.insert(revisions).values({ organizationId, revisedAt: new Date(Date.now() + 60_000) });
  const before = await revisionOf(tx, user);
  await execute(tx, removeOrganizationMembers, owner.actor, { organizationId, memberIds: [user.memberId] });
  expect(await revisionOf(tx, user)).toBeGreaterThan(before);
});

test("a provider's new name reaches its whole team in one write", async ({ tx }) => {
  const { providerId, brett, betty } = await aProviderWith(tx, {
    brett: "provider_admin, confirmed",
    betty: "service_user, confirmed",
  });
  const before = await revisionOf(tx, betty);
  const details = { name: "Renamed", billingEmail: "billing@provider.example" };
  await execute(tx, updateProvider, brett.actor, { providerId, ...details });
  expect(await revisionOf(tx, betty)).toBeGreaterThan(before);
});
