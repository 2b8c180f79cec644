import { eq } from "drizzle-orm";
import { expect } from "vitest";
import type { Tx } from "@/db/client";
import { ciphers } from "@/db/schema/ciphers";
import { organizations } from "@/db/schema/organizations";
import { execute } from "@/lib/operations/command";
import { removeOrganizationMembers } from "@/lib/operations/organization/remove-members";
import { ask } from "@/lib/operations/query";
import { listDebtItems } from "@/lib/operations/rotation/list-debt-items";
import { listRotationDebts } from "@/lib/operations/rotation/list-debts";
import { test } from "@/test/database";
import { aCollection, aConfirmed, anItem, anOrganizationWith } from "@/test/organization";

/** Somebody has left who read two items, of which one is in a collection that the owner has too. */
async function aDebt(tx: Tx, adminsReachAll: boolean) {
  const { organizationId } = await anOrganizationWith(tx);
  await tx
    .update(organizations)
    .set({ allowAdminAccessToAllCollectionItems: adminsReachAll })
    .where(eq(organizations.id, organizationId));
  const owner = await aConfirmed(tx, organizationId, "owner", "Owner");
  const keeper = await aConfirmed(tx, organizationId, "user", "Keeper");
  const leaver = await aConfirmed(tx, organizationId, "user", "Leaver");
  const both = await aCollection(tx, organizationId, {
    [owner.memberId]: "manage",
    [leaver.memberId]: "view",
  });
  const kept = await aCollection(tx, organizationId, {
    [keeper.memberId]: "manage",
    [leaver.memberId]: "view",
  });
  const inBoth = await anItem(tx, organizationId, [both]);
  const inKept = await anItem(tx, organizationId, [kept]);
  await execute(tx, removeOrganizationMembers, owner.actor, {
    organizationId,
    memberIds: [leaver.memberId],
  });
  const { debts } = await ask(tx, listRotationDebts, owner.actor, { organizationId });
  const debtId = debts[0]?.id ?? "";
  const look = () => ask(tx, listDebtItems, owner.actor, { organizationId, debtId });
  const change = (itemId: string) =>
    tx
      .update(ciphers)
      .set({ passwordChangedAt: new Date(Date.now() + 60_000) })
      .where(eq(ciphers.id, itemId as typeof inKept));
  return { inBoth, inKept, look, change };
}

test("a debt says how many of its items the reader cannot see, until their passwords are changed too", async ({
  tx,
}) => {
  const { inBoth, inKept, look, change } = await aDebt(tx, false);
  const first = await look();
  expect(first).toMatchObject({ debt: { items: 2, changed: 0 }, outOfReach: 1 });
  expect(first.items.map(({ id }) => id)).toEqual([inBoth]);

  await change(inBoth);
  expect(await look()).toMatchObject({ debt: { items: 2, changed: 1 }, items: [], outOfReach: 1 });
  await change(inKept);
  expect(await look()).toMatchObject({ debt: { items: 2, changed: 2 }, items: [], outOfReach: 0 });
});

test("to whoever reaches everything nothing is out of reach", async ({ tx }) => {
  const { look } = await aDebt(tx, true);
  const { items, outOfReach } = await look();
  expect({ listed: items.length, outOfReach }).toEqual({ listed: 2, outOfReach: 0 });
});
