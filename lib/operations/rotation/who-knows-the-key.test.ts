import { eq } from "drizzle-orm";
import { expect } from "vitest";
import type { Tx } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { providerMembers } from "@/db/schema/provider-members";
import { providerOrganizations } from "@/db/schema/provider-organizations";
import { rotationDebts } from "@/db/schema/rotation-debts";
import { sessions } from "@/db/schema/sessions";
import type { Actor } from "@/lib/domain/actor";
import { type OrganizationId, OrganizationKeyId, type OrganizationMemberId } from "@/lib/domain/ids";
import { execute } from "@/lib/operations/command";
import { getOrganizationFrame } from "@/lib/operations/organization/get-organization-frame";
import { leaveProvider } from "@/lib/operations/organization/leave-provider";
import { removeOrganizationMembers } from "@/lib/operations/organization/remove-members";
import { revokeOrganizationMembers } from "@/lib/operations/organization/revoke-members";
import { removeProviderMembers } from "@/lib/operations/provider/remove-members";
import { ask } from "@/lib/operations/query";
import { countRotationDebts } from "@/lib/operations/rotation/count-debts";
import { test } from "@/test/database";
import { aConfirmed, aMemberOf, anItem, anOrganizationWith, anyId } from "@/test/organization";
import { aClientOf, aProviderWith } from "@/test/provider";

const whoKnows = async (tx: Tx, owner: { actor: Actor }, organizationId: OrganizationId) =>
  (await ask(tx, getOrganizationFrame, owner.actor, { organizationId })).knowKey;

/** A client that lets its provider in, but not to items. */
async function aClientWithoutItems(tx: Tx) {
  const team = await aProviderWith(tx, {
    boss: "provider_admin, confirmed",
    technician: "service_user, confirmed",
    newcomer: "service_user, accepted",
  });
  const organizationId = await aClientOf(tx, team.providerId);
  await tx
    .update(organizations)
    .set({ providerAccess: "manage_without_items" })
    .where(eq(organizations.id, organizationId));
  const owner = await aConfirmed(tx, organizationId, "owner", "Owner");
  await anItem(tx, organizationId, []);
  return { ...team, organizationId, owner };
}

/** What a replacement leaves in the rows of those for whom no key was sealed. */
const leaveWithoutKey = (tx: Tx, memberId: OrganizationMemberId) =>
  tx
    .update(organizationMembers)
    .set({ organizationKeyForMember: null, organizationKeyId: null })
    .where(eq(organizationMembers.id, memberId));

test("people of the team who leave may have kept the key of a client that lets them in without items", async ({
  tx,
}) => {
  const { providerId, organizationId, owner, boss, technician, newcomer } = await aClientWithoutItems(tx);
  const memberIds = [technician.memberId, newcomer.memberId];
  await execute(tx, removeProviderMembers, boss.actor, { providerId, memberIds });
  expect(await whoKnows(tx, owner, organizationId)).toBe(1);
  expect(await ask(tx, countRotationDebts, owner.actor, { organizationId })).toEqual({ open: 0 });
});

test("so may the team of a provider that a client leaves, but for those who have a place there", async ({
  tx,
}) => {
  const { organizationId, owner, technician } = await aClientWithoutItems(tx);
  await aMemberOf(tx, organizationId, technician);
  await tx.update(sessions).set({ provenAt: new Date() });
  await execute(tx, leaveProvider, owner.actor, { organizationId });
  expect(await whoKnows(tx, owner, organizationId)).toBe(1);
});

test("somebody who was of the team and had a place of the provider's counts once", async ({ tx }) => {
  const { providerId, organizationId, owner, boss, technician } = await aClientWithoutItems(tx);
  const memberId = await aMemberOf(tx, organizationId, technician);
  await tx
    .update(organizationMembers)
    .set({ placeOfProvider: providerId })
    .where(eq(organizationMembers.id, memberId));
  await execute(tx, removeProviderMembers, boss.actor, { providerId, memberIds: [technician.memberId] });
  expect(await whoKnows(tx, owner, organizationId)).toBe(1);
});

test.for(["the team has no key of it yet", "their access had ended before"] as const)(
  "whoever leaves the team after the key was replaced is not counted where %s",
  async (how, { tx }) => {
    const { providerId, organizationId, owner, boss, technician } = await aClientWithoutItems(tx);
    if (how === "the team has no key of it yet")
      await tx.update(providerOrganizations).set({ organizationKeyForProvider: null });
    else {
      const accessEndsAt = new Date(Date.now() - 60_000);
      await tx
        .update(providerMembers)
        .set({ accessEndsAt })
        .where(eq(providerMembers.id, technician.memberId));
      await tx.update(organizations).set({ keyRotatedAt: new Date() });
    }
    await execute(tx, removeProviderMembers, boss.actor, { providerId, memberIds: [technician.memberId] });
    expect(await whoKnows(tx, owner, organizationId)).toBe(0);
  },
);

test("a member who is removed counts while the organization has the key that they had", async ({ tx }) => {
  const { organizationId } = await anOrganizationWith(tx);
  const owner = await aConfirmed(tx, organizationId, "owner", "Owner");
  const { memberId } = await aConfirmed(tx, organizationId, "user", "Member");
  await execute(tx, removeOrganizationMembers, owner.actor, { organizationId, memberIds: [memberId] });
  expect(await whoKnows(tx, owner, organizationId)).toBe(1);
  await tx.update(rotationDebts).set({ organizationKeyId: OrganizationKeyId.parse(anyId()) });
  expect(await whoKnows(tx, owner, organizationId)).toBe(0);
});

test("whoever was revoked before the key was replaced never had the present one", async ({ tx }) => {
  const { organizationId } = await anOrganizationWith(tx);
  const owner = await aConfirmed(tx, organizationId, "owner", "Owner");
  const { memberId } = await aConfirmed(tx, organizationId, "user", "Member");
  const which = { organizationId, memberIds: [memberId] };
  await execute(tx, revokeOrganizationMembers, owner.actor, which);
  await leaveWithoutKey(tx, memberId);
  await execute(tx, removeOrganizationMembers, owner.actor, which);
  expect(await whoKnows(tx, owner, organizationId)).toBe(0);
});
