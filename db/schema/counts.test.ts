import { eq, sql } from "drizzle-orm";
import { expect } from "vitest";
import { ciphers } from "@/db/schema/ciphers";
import { collectionCiphers } from "@/db/schema/collection-ciphers";
import { collections } from "@/db/schema/collections";
import { itemCounts } from "@/db/schema/item-counts";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { providerMembers } from "@/db/schema/provider-members";
import { users } from "@/db/schema/users";
import { untrueCounts } from "@/test/counts";
import { test } from "@/test/database";
import { aCollection, aConfirmed, aMemberOf, anItem, anOrganizationWith } from "@/test/organization";
import { sealedKey } from "@/test/people";
import { aClientOf, aProviderWith } from "@/test/provider";

test("many rows at once are counted as often as they are, and again when they change or go", async ({
  tx,
}) => {
  const { providerId } = await aProviderWith(tx, { brett: "provider_admin, confirmed" });
  const { organizationId } = await anOrganizationWith(tx, { seats: 1000 });
  const address = (index: number) => ({ email: `m${index}@client.example`, status: "invited" as const });
  const many = Array.from({ length: 100 }, (_, index) => address(index));
  await tx
    .insert(providerMembers)
    .values(many.map((row) => ({ ...row, providerId, role: "service_user" as const })));
  await tx
    .insert(organizationMembers)
    .values(many.map((row) => ({ ...row, organizationId, role: "user" as const })));
  expect(await untrueCounts(tx)).toEqual([]);
  const ofMany = sql`email like 'm%@client.example'`;
  await tx.update(organizationMembers).set({ status: "revoked" }).where(ofMany);
  expect(await untrueCounts(tx)).toEqual([]);
  await tx.delete(organizationMembers).where(ofMany);
  await tx.delete(providerMembers).where(ofMany);
  const [organization] = await tx.select().from(organizations).where(eq(organizations.id, organizationId));
  expect([organization?.members, organization?.invitedMembers]).toEqual([0, 0]);
});

test("a client that changes its plan is counted on the other one", async ({ tx }) => {
  const { providerId } = await aProviderWith(tx, {});
  const organizationId = await aClientOf(tx, providerId);
  await tx
    .update(organizations)
    .set({ plan: "enterprise_monthly" })
    .where(eq(organizations.id, organizationId));
  expect(await untrueCounts(tx)).toEqual([]);
});

test("items are counted in each of their collections until they are put into the trash or go", async ({
  tx,
}) => {
  const { organizationId } = await anOrganizationWith(tx);
  const [one, other] = [await aCollection(tx, organizationId), await aCollection(tx, organizationId)];
  const item = await anItem(tx, organizationId, [one, other]);
  const alone = await anItem(tx, organizationId, [one]);
  const counts = async () => {
    expect(await untrueCounts(tx)).toEqual([]);
    const rows = await tx.select().from(itemCounts);
    return [one, other].map((id) => rows.find(({ collectionId }) => collectionId === id)?.items);
  };
  expect(await counts()).toEqual([2, 1]);
  await tx.update(ciphers).set({ deletedAt: new Date() }).where(eq(ciphers.id, item));
  expect(await counts()).toEqual([1, 0]);
  await tx.update(ciphers).set({ deletedAt: null }).where(eq(ciphers.id, item));
  expect(await counts()).toEqual([2, 1]);
  await tx.delete(collectionCiphers).where(eq(collectionCiphers.collectionId, other));
  expect(await counts()).toEqual([2, 0]);
  await tx.delete(ciphers).where(eq(ciphers.id, alone));
  expect(await counts()).toEqual([1, 0]);
  await tx.delete(collections).where(eq(collections.id, one));
  expect(await counts()).toEqual([undefined, 0]);
});

test("a name or address that changes in the account changes in its memberships", async ({ tx }) => {
  const { providerId, brett } = await aProviderWith(tx, { brett: "provider_admin, confirmed" });
  const { organizationId } = await anOrganizationWith(tx);
  const memberId = await aMemberOf(tx, organizationId, brett, { role: "owner" });
  const change = { name: "Zoé", sortName: "zoe", email: "zoe@provider.example" };
  await tx.update(users).set(change).where(eq(users.id, brett.userId));
  const names = { name: "Zoé", sortName: "zoe", address: "zoe@provider.example" };
  expect(
    await tx.select().from(providerMembers).where(eq(providerMembers.providerId, providerId)),
  ).toMatchObject([names]);
  expect(
    await tx.select().from(organizationMembers).where(eq(organizationMembers.id, memberId)),
  ).toMatchObject([names]);
});

test("what changes no count leaves the tenant's row alone", async ({ tx }) => {
  const { organizationId } = await anOrganizationWith(tx);
  const { memberId } = await aConfirmed(tx, organizationId, "user", "Somebody");
  const version = () => tx.select({ xmax: sql`xmax`, ctid: sql`ctid` }).from(organizations);
  const before = await version();
  await tx
    .update(organizationMembers)
    .set({ role: "admin", organizationKeyForMember: sealedKey() })
    .where(eq(organizationMembers.id, memberId));
  expect(await version()).toEqual(before);
});
