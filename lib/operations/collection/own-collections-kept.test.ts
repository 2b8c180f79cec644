import { expect } from "vitest";
import type { Tx } from "@/db/client";
import { CollectionId, OrganizationKeyId } from "@/lib/domain/ids";
import { listOwedCollections } from "@/lib/operations/collection/list-owed-collections";
import { makeMyCollection } from "@/lib/operations/collection/make-my-collection";
import { makeOwnCollections } from "@/lib/operations/collection/make-own-collections";
import { execute } from "@/lib/operations/command";
import { createItem } from "@/lib/operations/item/create-item";
import { removeOrganizationMembers } from "@/lib/operations/organization/remove-members";
import { ask } from "@/lib/operations/query";
import { listDebtItems } from "@/lib/operations/rotation/list-debt-items";
import { listRotationDebts } from "@/lib/operations/rotation/list-debts";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { wholeVault } from "@/test/my-vault";
import {
  aCollection,
  aConfirmed,
  aMemberOf,
  anItem,
  anyId,
  aProviderWithAdmin,
  keyOf,
  sealedLogin,
} from "@/test/organization";
import { sealedText } from "@/test/people";
import { anEnterprise, aPolicy } from "@/test/policies";

const anOwn = () => ({ collectionId: CollectionId.parse(anyId()), name: sealedText() });

async function aWorld(tx: Tx) {
  const provider = await aProviderWithAdmin(tx);
  const { organizationId } = await anEnterprise(tx, { provider });
  const owner = await aConfirmed(tx, organizationId, "owner", "Olga Owner");
  const member = await aConfirmed(tx, organizationId, "user", "Ursula User");
  await aPolicy(tx, organizationId, "data_ownership");
  return { ...provider, organizationId, owner, member, organizationKeyId: keyOf(organizationId) };
}

test("somebody of the provider's team has none, as a member too", async ({ tx }) => {
  const { admin, organizationId, organizationKeyId, owner, member } = await aWorld(tx);
  await aMemberOf(tx, organizationId, admin, { role: "user" });
  expect(await ask(tx, listOwedCollections, owner.actor, { organizationId })).toMatchObject({
    memberIds: [member.memberId],
  });
  const mine = { organizationId, organizationKeyId, ...anOwn() };
  expect(await execute(tx, makeMyCollection, admin.actor, mine)).toEqual({ made: 0 });
});

test("they are made under the organization's key of now, and under no id that is taken", async ({ tx }) => {
  const { organizationId, organizationKeyId, owner, member } = await aWorld(tx);
  const other = OrganizationKeyId.parse(anyId());
  const mine = { organizationId, organizationKeyId: other, ...anOwn() };
  await expectRefused(tx, makeMyCollection, member.actor, mine, "organization_key_replaced");
  const theirs = { organizationId, collections: [{ memberId: member.memberId, ...anOwn() }] };
  const stale = { ...theirs, organizationKeyId: other };
  await expectRefused(tx, makeOwnCollections, owner.actor, stale, "organization_key_replaced");
  const collectionId = await aCollection(tx, organizationId);
  const taken = { organizationId, organizationKeyId, ...anOwn(), collectionId };
  await expectRefused(tx, makeMyCollection, member.actor, taken, "own_collection_changed");
});

test("nobody manages their own, and who left owes nothing of somebody else's", async ({ tx }) => {
  const { organizationId, organizationKeyId, owner, member } = await aWorld(tx);
  const own = anOwn();
  await execute(tx, makeMyCollection, member.actor, { organizationId, organizationKeyId, ...own });
  const { collections } = await wholeVault(tx, member.actor);
  expect(collections).toMatchObject([{ id: own.collectionId, may: { manage: false, delete: false } }]);

  const item = { itemId: anyId(), organizationId, organizationKeyId, ...sealedLogin() };
  await execute(tx, createItem, member.actor, { ...item, collectionIds: [own.collectionId] });
  const shared = await anItem(tx, organizationId, [await aCollection(tx, organizationId)]);
  const admin = await aConfirmed(tx, organizationId, "admin", "Anna Admin");
  const memberIds = [admin.memberId];
  await execute(tx, removeOrganizationMembers, owner.actor, { organizationId, memberIds });
  const { debts } = await ask(tx, listRotationDebts, owner.actor, { organizationId });
  expect(debts).toMatchObject([{ items: 1 }]);
  const debtId = debts[0]?.id ?? "";
  const { items } = await ask(tx, listDebtItems, owner.actor, { organizationId, debtId });
  expect(items.map(({ id }) => id)).toEqual([shared]);
});
