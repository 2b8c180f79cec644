import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import { collectionMembers } from "@/db/schema/collection-members";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { policies } from "@/db/schema/policies";
import { anonymousActor } from "@/lib/domain/actor";
import { execute } from "@/lib/operations/command";
import { getOrganizationKey } from "@/lib/operations/key/get-organization-key";
import { createOrganization } from "@/lib/operations/organization/create-organization";
import { listMyMemberships } from "@/lib/operations/organization/list-my-memberships";
import { ask } from "@/lib/operations/query";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { eventsOf } from "@/test/mails";
import { aConfirmed, anOrganizationWith } from "@/test/organization";
import { aPerson, publicKey, sealedKey, sealedText } from "@/test/people";

const aForm = () => ({
  organizationId: randomUUID(),
  plan: "enterprise_monthly" as const,
  name: "Dune  Coffee Roasters",
  seats: 8,
  organizationKeyId: randomUUID(),
  organizationKeyForMember: sealedKey(),
  publicKey: publicKey(),
  privateKeyForOrganization: sealedText(77),
  collectionName: sealedText(),
});

describe("an organization of one's own", () => {
  test("is made with its maker as its confirmed owner, who manages its default collection", async ({
    tx,
  }) => {
    const maya = await aPerson(tx, "Maya Lindqvist");
    const form = aForm();
    expect(await execute(tx, createOrganization, maya.actor, form)).toMatchObject({ existed: false });

    expect(await tx.select().from(organizations)).toMatchObject([
      {
        id: form.organizationId,
        providerId: null,
        name: "Dune Coffee Roasters",
        sortName: "dune coffee roasters",
        status: "created",
        seats: 8,
        usedSeats: 1,
        members: 1,
        billingEmail: maya.email,
      },
    ]);
    const [owner] = await tx.select().from(organizationMembers);
    expect(owner).toMatchObject({ userId: maya.userId, role: "owner", status: "confirmed" });
    expect(await tx.select().from(collectionMembers)).toMatchObject([
      { memberId: owner?.id, permission: "manage" },
    ]);
    expect(
      await ask(tx, getOrganizationKey, maya.actor, { organizationId: form.organizationId }),
    ).toMatchObject({
      kind: "member",
      organizationKeyForMember: form.organizationKeyForMember,
      organizationKeyId: form.organizationKeyId,
    });
    expect(await ask(tx, listMyMemberships, maya.actor, {})).toMatchObject([{ role: "owner" }]);
    expect(await eventsOf(tx)).toMatchObject([
      {
        type: "organization.created",
        organizationId: form.organizationId,
        actorId: maya.userId,
        details: { name: "Dune Coffee Roasters", plan: "enterprise", seats: 8 },
      },
    ]);
  });

  test("sent twice is made once", async ({ tx }) => {
    const maya = await aPerson(tx, "Maya Lindqvist");
    const form = aForm();
    await execute(tx, createOrganization, maya.actor, form);
    expect(await execute(tx, createOrganization, maya.actor, form)).toMatchObject({ existed: true });
    expect(await tx.$count(organizations)).toBe(1);
    expect(await eventsOf(tx)).toHaveLength(1);
  });
});

describe("is refused, and nothing is written,", () => {
  test("under an id that is taken, by whomever", async ({ tx }) => {
    const maya = await aPerson(tx, "Maya Lindqvist");
    const ravi = await aPerson(tx, "Ravi Menon");
    const form = aForm();
    await execute(tx, createOrganization, maya.actor, form);
    const other = { ...form, organizationKeyForMember: sealedKey() };
    for (const { actor } of [maya, ravi])
      await expectRefused(tx, createOrganization, actor, other, "not_found");
    await expectRefused(tx, createOrganization, ravi.actor, form, "not_found");
    expect(await tx.$count(organizations)).toBe(1);
  });

  test("to whoever is not signed in", async ({ tx }) => {
    const { actor } = await aPerson(tx, "Maya Lindqvist");
    await expectRefused(tx, createOrganization, anonymousActor(actor.device), aForm(), "not_signed_in");
  });

  test.for([0, -1, 1e9])("with %d seats", async (seats, { tx }) => {
    const { actor } = await aPerson(tx, "Maya Lindqvist");
    await expectRefused(tx, createOrganization, actor, { ...aForm(), seats }, "seats_out_of_range");
    expect(await tx.$count(organizations)).toBe(0);
  });

  test("to a member of an organization that allows no other", async ({ tx }) => {
    const { organizationId } = await anOrganizationWith(tx, { name: "Iris", features: ["policies"] });
    const ravi = await aConfirmed(tx, organizationId, "user", "Ravi Menon");
    const owner = await aConfirmed(tx, organizationId, "owner", "Claire Dubois");
    await tx.insert(policies).values({ organizationId, type: "single_organization", enabled: true });
    await expectRefused(tx, createOrganization, ravi.actor, aForm(), "bound_to_one_organization");
    // Its owners are free.
    await execute(tx, createOrganization, owner.actor, aForm());
    await tx.delete(policies).where(eq(policies.organizationId, organizationId));
    await execute(tx, createOrganization, ravi.actor, aForm());
  });

  test("for the eleventh time in a day", async ({ tx }) => {
    const { actor } = await aPerson(tx, "Maya Lindqvist");
    for (let made = 0; made < 10; made++) await execute(tx, createOrganization, actor, aForm());
    await expectRefused(tx, createOrganization, actor, aForm(), "too_many_attempts");
    expect(await tx.$count(organizations)).toBe(10);
  });

  test("with text where something sealed belongs", async ({ tx }) => {
    const { actor } = await aPerson(tx, "Maya Lindqvist");
    for (const field of ["organizationKeyForMember", "privateKeyForOrganization", "collectionName"])
      await expect(
        execute(tx, createOrganization, actor, { ...aForm(), [field]: "Default collection" }),
      ).rejects.toThrow("not_sealed");
  });
});
