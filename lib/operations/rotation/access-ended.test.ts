import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Tx } from "@/db/client";
import { organizationKeyHandovers } from "@/db/schema/organization-keys";
import { organizationMembers } from "@/db/schema/organization-members";
import { providerMembers } from "@/db/schema/provider-members";
import type { UserId } from "@/lib/domain/ids";
import { execute } from "@/lib/operations/command";
import { confirmOrganizationMembers } from "@/lib/operations/organization/confirm-members";
import { cancelOrganizationRotation } from "@/lib/operations/rotation/cancel-organization";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { aConfirmed, aMemberOf, keyOf, rowOf } from "@/test/organization";
import { sealedKey } from "@/test/people";
import { aClientOf, aProviderWith } from "@/test/provider";
import { aPersona, aRotation, aSealedClient, confirm } from "@/test/sealed-world";

const endYesterday = (tx: Tx, userId: UserId) =>
  tx
    .update(providerMembers)
    .set({ accessEndsAt: new Date(Date.now() - 86_400_000) })
    .where(eq(providerMembers.userId, userId));

/** A client in which somebody of the team has a place that is the provider's. */
async function aPlaceOfTheProvider(tx: Tx, role: "owner" | "admin") {
  const world = await aSealedClient(tx, { items: 1 });
  const { organizationId, providerId, owner } = world;
  const betty = await aPersona(tx, "Betty Warden", "betty@provider.example");
  const memberId = await confirm(tx, world, betty, role);
  await tx
    .insert(providerMembers)
    .values({ providerId, userId: betty.userId, role: "service_user", status: "accepted" });
  await tx
    .update(organizationMembers)
    .set({ placeOfProvider: providerId, approvedBy: owner.userId, approvedAt: new Date() })
    .where(eq(organizationMembers.id, memberId));
  return { organizationId, owner, betty, memberId };
}

describe("of the provider's people, those whose access has ended", () => {
  test("are not sealed the key that an owner puts in the place of another", async ({ tx }) => {
    const { organizationId, admin, owner } = await aSealedClient(tx, { items: 1 });
    await endYesterday(tx, admin.userId);
    const { stage, finish } = await aRotation(tx, organizationId, owner);
    await stage();
    await finish();
    expect(await tx.$count(organizationKeyHandovers)).toBe(0);
  });

  test("hold nobody up with a rotation that they have begun", async ({ tx }) => {
    const { organizationId, admin, owner } = await aSealedClient(tx, { items: 1 });
    const { rotationId } = await aRotation(tx, organizationId, admin);
    const target = { organizationId, rotationId };
    await expectRefused(tx, cancelOrganizationRotation, owner.actor, target, "rotation_under_way");
    await endYesterday(tx, admin.userId);
    await execute(tx, cancelOrganizationRotation, owner.actor, target);
  });

  test("are not sealed it in a place that is the provider's, and hold nobody up from there", async ({
    tx,
  }) => {
    const { organizationId, owner, betty, memberId } = await aPlaceOfTheProvider(tx, "owner");
    const hers = await aRotation(tx, organizationId, betty);
    await endYesterday(tx, betty.userId);
    const { rotationId } = hers;
    await execute(tx, cancelOrganizationRotation, owner.actor, { organizationId, rotationId });

    const { stage, finish } = await aRotation(tx, organizationId, owner);
    await stage();
    await finish();
    expect(await rowOf(tx, memberId)).toMatchObject({ status: "accepted", organizationKeyForMember: null });
  });

  test("lose what was sealed for such a place before their access ended", async ({ tx }) => {
    const { organizationId, owner, betty, memberId } = await aPlaceOfTheProvider(tx, "admin");
    const { stage, finish } = await aRotation(tx, organizationId, owner);
    await stage();
    await endYesterday(tx, betty.userId);
    await finish();
    expect(await rowOf(tx, memberId)).toMatchObject({ status: "accepted", organizationKeyForMember: null });
  });

  test("are not confirmed in a place that is the provider's", async ({ tx }) => {
    const wardens = { brett: "provider_admin, confirmed", betty: "service_user, confirmed" } as const;
    const { providerId, betty } = await aProviderWith(tx, wardens);
    const organizationId = await aClientOf(tx, providerId, { seats: 10 });
    const owner = await aConfirmed(tx, organizationId, "owner", "Claire Dubois");
    const memberId = await aMemberOf(tx, organizationId, betty, { role: "user", status: "accepted" });
    await tx
      .update(organizationMembers)
      .set({ placeOfProvider: providerId, approvedAt: new Date(), approvedBy: owner.userId })
      .where(eq(organizationMembers.id, memberId));
    await endYesterday(tx, betty.userId);
    const person = { memberId, publicKey: betty.publicKey, organizationKeyForMember: sealedKey() };
    const input = { organizationId, organizationKeyId: keyOf(organizationId), people: [person] };
    await expectRefused(tx, confirmOrganizationMembers, owner.actor, input, "member_access_ended");
  });
});
