import { expect } from "vitest";
import type { Tx } from "@/db/client";
import { ciphers } from "@/db/schema/ciphers";
import { itemNumbers } from "@/lib/domain/item/types";
import { execute } from "@/lib/operations/command";
import { createItem } from "@/lib/operations/item/create-item";
import { trashItems } from "@/lib/operations/item/trash-items";
import { updateItem } from "@/lib/operations/item/update-item";
import { removeOrganizationMembers } from "@/lib/operations/organization/remove-members";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { anEdit, anOwnItem, newItem } from "@/test/items";
import { wholeVault } from "@/test/my-vault";
import { aCollection, aConfirmed } from "@/test/organization";
import { anEnterprise, aPolicy } from "@/test/policies";

async function aClient(tx: Tx) {
  const { organizationId } = await anEnterprise(tx);
  const owner = await aConfirmed(tx, organizationId, "owner", "Olga Owner");
  const member = await aConfirmed(tx, organizationId, "user", "Ursula User");
  const collectionId = await aCollection(tx, organizationId, { [member.memberId]: "edit" });
  const shared = () => newItem(organizationId, [collectionId]);
  return { organizationId, owner, member, shared };
}

test("where the organization keeps what is saved, one's own items are read and deleted only", async ({
  tx,
}) => {
  const { organizationId, owner, member, shared } = await aClient(tx);
  const itemId = await anOwnItem(tx, member);
  await aPolicy(tx, organizationId, "data_ownership");

  await expectRefused(tx, createItem, member.actor, newItem(), "personal_items_not_allowed");
  await expectRefused(tx, updateItem, member.actor, await anEdit(tx, itemId), "personal_items_not_allowed");
  await execute(tx, createItem, member.actor, shared());
  await execute(tx, createItem, owner.actor, newItem());
  const { items } = await wholeVault(tx, member.actor);
  expect(items.map(({ organizationId, may }) => [organizationId === null, may.edit, may.delete])).toEqual(
    expect.arrayContaining([
      [true, false, true],
      [false, true, true],
    ]),
  );
  await execute(tx, trashItems, member.actor, { itemIds: [itemId] });

  // Whoever has left it keeps what they like again.
  await execute(tx, removeOrganizationMembers, owner.actor, { organizationId, memberIds: [member.memberId] });
  await execute(tx, createItem, member.actor, newItem());
});

test("items of a restricted type are made by nobody who is bound, wherever they are kept", async ({ tx }) => {
  const { organizationId, owner, member, shared } = await aClient(tx);
  await aPolicy(tx, organizationId, "restricted_item_types", [itemNumbers.card]);
  await execute(tx, createItem, member.actor, shared());
  await tx.delete(ciphers);
  const { organizationId: other } = await anEnterprise(tx, { name: "Nickel" });
  await aPolicy(tx, other, "restricted_item_types", [itemNumbers.login]);
  await execute(tx, createItem, member.actor, newItem());
  await aPolicy(tx, organizationId, "password_generator");
  const { organizationId: third } = await anEnterprise(tx, { name: "Zinc" });
  await aPolicy(tx, third, "restricted_item_types", [itemNumbers.login]);
  const bound = await aConfirmed(tx, third, "owner", "Zoe Zinc");
  await expectRefused(tx, createItem, bound.actor, newItem(), "item_type_restricted");
  await execute(tx, createItem, owner.actor, shared());
});
