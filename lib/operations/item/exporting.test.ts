import { eq, sql } from "drizzle-orm";
import { expect } from "vitest";
import type { Tx } from "@/db/client";
import { ciphers } from "@/db/schema/ciphers";
import { collections } from "@/db/schema/collections";
import { events } from "@/db/schema/events";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { rotationDebtItems } from "@/db/schema/rotation-debts";
import { sessions } from "@/db/schema/sessions";
import { proofMinutes } from "@/lib/domain/account/proof";
import { execute } from "@/lib/operations/command";
import { Refused } from "@/lib/operations/errors";
import { listItemsToExport } from "@/lib/operations/item/list-items-to-export";
import { listItemsToReport } from "@/lib/operations/item/list-items-to-report";
import { recordOrganizationExport } from "@/lib/operations/item/record-organization-export";
import { recordOwnExport } from "@/lib/operations/item/record-own-export";
import { removeOrganizationMembers } from "@/lib/operations/organization/remove-members";
import { ask } from "@/lib/operations/query";
import { record } from "@/lib/operations/record";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { aCollection, aConfirmed, anItem, aProviderWithAdmin, aVisit } from "@/test/organization";
import { aPerson } from "@/test/people";
import { anEnterprise, aPolicy } from "@/test/policies";

/** Everybody has just proven their master password. */
const proven = (tx: Tx) => tx.update(sessions).set({ provenAt: new Date() });

async function aClient(tx: Tx) {
  const { providerId, admin } = await aProviderWithAdmin(tx);
  const { organizationId } = await anEnterprise(tx, { provider: { providerId } });
  const owner = await aConfirmed(tx, organizationId, "owner", "Olga Owner");
  const member = await aConfirmed(tx, organizationId, "user", "Ursula User");
  const shared = await aCollection(tx, organizationId, { [member.memberId]: "view_hidden" });
  const other = await aCollection(tx, organizationId);
  const own = await aCollection(tx, organizationId, { [member.memberId]: "manage" });
  await tx
    .update(collections)
    .set({ type: "my_items", ownerMemberId: member.memberId })
    .where(eq(collections.id, own));
  const items = {
    inShared: await anItem(tx, organizationId, [shared, own]),
    inOther: await anItem(tx, organizationId, [other]),
    inNone: await anItem(tx, organizationId, []),
    personal: await anItem(tx, organizationId, [own]),
    trashed: await anItem(tx, organizationId, [other]),
  };
  await tx.update(ciphers).set({ deletedAt: new Date() }).where(eq(ciphers.id, items.trashed));
  return { providerId, admin, organizationId, owner, member, shared, other, items };
}

const format = "protected" as const;

test("somebody's own export is recorded, once their master password is proven", async ({ tx }) => {
  const person = await aPerson(tx, "Paula Person");
  await expectRefused(tx, recordOwnExport, person.actor, { format }, "proof_needed");
  await proven(tx);
  await execute(tx, recordOwnExport, person.actor, { format });
  expect(await tx.select().from(events)).toMatchObject([
    { type: "user.exported_vault", userId: person.userId, details: { format } },
  ]);
});

test("whoever an organization forbids it to exports nothing of their own, and its owners do", async ({
  tx,
}) => {
  const { organizationId, owner, member } = await aClient(tx);
  await aPolicy(tx, organizationId, "remove_personal_export");
  await proven(tx);
  await expectRefused(tx, recordOwnExport, member.actor, { format }, "personal_export_not_allowed");
  await execute(tx, recordOwnExport, owner.actor, { format });
  // A suspended organization's policies rest.
  await tx.update(organizations).set({ state: "suspended" }).where(eq(organizations.id, organizationId));
  await execute(tx, recordOwnExport, member.actor, { format });
});

test("an organization's export is recorded, and neither members nor its provider may have it", async ({
  tx,
}) => {
  const { organizationId, providerId, admin, owner, member } = await aClient(tx);
  await aVisit(tx, organizationId, providerId, admin);
  const input = { organizationId, format };
  await expectRefused(tx, recordOrganizationExport, owner.actor, input, "proof_needed");
  await proven(tx);
  for (const { actor } of [admin, member]) {
    await expectRefused(tx, recordOrganizationExport, actor, input, "not_found");
    await expect(ask(tx, listItemsToExport, actor, { organizationId })).rejects.toMatchObject({
      name: "NotFound",
    });
  }
  await execute(tx, recordOrganizationExport, owner.actor, input);
  expect(await tx.select().from(events)).toMatchObject([
    { type: "organization.exported_vault", organizationId, actorId: owner.userId, details: { format } },
  ]);
});

test("nothing is handed out for an export that the log does not have from them, lately", async ({ tx }) => {
  const { organizationId, owner } = await aClient(tx);
  const another = await aConfirmed(tx, organizationId, "owner", "Otto Owner");
  await proven(tx);
  const page = () => ask(tx, listItemsToExport, owner.actor, { organizationId });
  const isMissing = { refusal: "export_not_recorded" };
  await expect(page()).rejects.toMatchObject(isMissing);
  await execute(tx, recordOwnExport, owner.actor, { format });
  await execute(tx, recordOrganizationExport, another.actor, { organizationId, format });
  await expect(page()).rejects.toMatchObject(isMissing);
  const long = { type: "organization.exported_vault", organizationId, details: { format } } as const;
  const ago = new Date(Date.now() - proofMinutes * 60_000 - 1000);
  await record(tx, owner.actor, [long], {}, ago);
  await expect(page()).rejects.toMatchObject(isMissing);
  await execute(tx, recordOrganizationExport, owner.actor, { organizationId, format });
  expect((await page()).items).toHaveLength(3);
});

test("nobody of the provider's side has it, also not as a member who would have it otherwise", async ({
  tx,
}) => {
  const { organizationId, owner } = await aClient(tx);
  await proven(tx);
  await execute(tx, recordOrganizationExport, owner.actor, { organizationId, format });
  await tx
    .update(organizationMembers)
    .set({ letInByProvider: true })
    .where(eq(organizationMembers.id, owner.memberId));
  await expectRefused(tx, recordOrganizationExport, owner.actor, { organizationId, format }, "not_found");
  await expect(ask(tx, listItemsToExport, owner.actor, { organizationId })).rejects.toMatchObject({
    name: "NotFound",
  });
});

test("whoever exported more than they reach owes all of it when they are removed", async ({ tx }) => {
  const { organizationId, owner, items, shared } = await aClient(tx);
  const leaver = await aConfirmed(tx, organizationId, "custom", "Ida Import");
  await tx
    .update(organizationMembers)
    .set({ permissions: ["import_export"] })
    .where(eq(organizationMembers.id, leaver.memberId));
  await proven(tx);
  await execute(tx, recordOrganizationExport, leaver.actor, { organizationId, format });
  // It is handed out for as long as the record is good for that, with what has come meanwhile.
  const later = await anItem(tx, organizationId, [shared]);
  await tx
    .update(ciphers)
    .set({ createdAt: sql`clock_timestamp()`, revisedAt: sql`clock_timestamp()` })
    .where(eq(ciphers.id, later));
  expect(
    (await ask(tx, listItemsToExport, leaver.actor, { organizationId })).items.map(({ id }) => id),
  ).toContain(later);
  await execute(tx, removeOrganizationMembers, owner.actor, { organizationId, memberIds: [leaver.memberId] });
  const owed = (await tx.select({ itemId: rotationDebtItems.itemId }).from(rotationDebtItems)).map(
    ({ itemId }) => itemId,
  );
  for (const itemId of [items.inShared, items.inOther, items.inNone, later]) expect(owed).toContain(itemId);
});

test("its export has all but what is a member's own or in the trash, also of whoever reaches less", async ({
  tx,
}) => {
  const { organizationId, owner, items, shared, other } = await aClient(tx);
  await tx.update(organizations).set({ allowAdminAccessToAllCollectionItems: false });
  await expect(ask(tx, listItemsToExport, owner.actor, { organizationId })).rejects.toThrow(Refused);
  await proven(tx);
  await execute(tx, recordOrganizationExport, owner.actor, { organizationId, format });
  const {
    collections: named,
    items: found,
    next,
  } = await ask(tx, listItemsToExport, owner.actor, { organizationId });
  expect(next).toBeNull();
  expect(named.map(({ id }) => id).sort()).toEqual([shared, other].sort());
  expect(Object.fromEntries(found.map(({ id, collectionIds }) => [id, collectionIds]))).toEqual({
    [items.inShared]: [shared],
    [items.inOther]: [other],
    [items.inNone]: [],
  });
});

test("a report covers what its reader may open, and says whose passwords are hidden from them", async ({
  tx,
}) => {
  const { organizationId, providerId, admin, owner, items, shared } = await aClient(tx);
  const read = async (actor: typeof owner.actor) =>
    (await ask(tx, listItemsToReport, actor, { organizationId })).items
      .map(({ id, may }) => [id, may.reveal] as const)
      .sort();
  const whole = [items.inShared, items.inOther, items.inNone].map((id) => [id, true] as const).sort();
  expect(await read(owner.actor)).toEqual(whole);
  const reporter = await aConfirmed(tx, organizationId, "custom", "Rita Reports");
  await tx
    .update(organizationMembers)
    .set({ permissions: ["reports"] })
    .where(eq(organizationMembers.id, reporter.memberId));
  expect(await read(reporter.actor)).toEqual([]);
  const hidden = await aCollection(tx, organizationId, { [reporter.memberId]: "view_hidden" });
  const another = await anItem(tx, organizationId, [hidden, shared]);
  expect(await read(reporter.actor)).toEqual([[another, false]]);
  // Where else it is, they do not learn.
  const [seen] = (await ask(tx, listItemsToReport, reporter.actor, { organizationId })).items;
  expect(seen?.collectionIds).toEqual([hidden]);

  await aVisit(tx, organizationId, providerId, admin);
  expect(await read(admin.actor)).toHaveLength(4);
  await tx.update(organizations).set({ providerAccess: "manage_without_items" });
  await expect(read(admin.actor)).rejects.toMatchObject({ refusal: "provider_access_closed" });
});
