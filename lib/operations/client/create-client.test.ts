import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Tx } from "@/db/client";
import { collectionMembers } from "@/db/schema/collection-members";
import { jobs } from "@/db/schema/jobs";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { providerOrganizations } from "@/db/schema/provider-organizations";
import { providerPlans } from "@/db/schema/provider-plans";
import { anonymousActor } from "@/lib/domain/actor";
import type { ProviderId } from "@/lib/domain/ids";
import { createClient } from "@/lib/operations/client/create-client";
import { execute } from "@/lib/operations/command";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { eventsOf, mailsTo } from "@/test/mails";
import { publicKey, sealedText } from "@/test/people";
import { aProviderWith } from "@/test/provider";

const wardens = { brett: "provider_admin, confirmed", betty: "service_user, confirmed" } as const;

const aForm = (providerId: string) => ({
  providerId,
  organizationId: randomUUID(),
  plan: "teams_monthly" as const,
  name: "École  du Client",
  ownerEmail: "owner@client.example",
  seats: 15,
  organizationKeyId: randomUUID(),
  organizationKeyForProvider: sealedText(5),
  publicKey: publicKey(),
  privateKeyForOrganization: sealedText(77),
  collectionName: sealedText(),
});

const teamsOf = async (tx: Tx, providerId: ProviderId) =>
  (await tx.select().from(providerPlans).where(eq(providerPlans.providerId, providerId))).find(
    ({ plan }) => plan === "teams_monthly",
  );

describe("a new client", () => {
  test("is made with its seats, its default collection and its owner invited to manage it", async ({
    tx,
  }) => {
    const { providerId, brett } = await aProviderWith(tx, wardens);
    const form = aForm(providerId);
    await execute(tx, createClient, brett.actor, form);

    expect(await tx.select().from(organizations)).toMatchObject([
      {
        id: form.organizationId,
        providerId,
        name: "École du Client",
        sortName: "ecole du client",
        status: "managed",
        seats: 15,
        usedSeats: 1,
        remainingSeats: 14,
        billingEmail: "billing@provider.example",
      },
    ]);
    expect(await tx.select().from(providerOrganizations)).toMatchObject([
      { organizationKeyForProvider: form.organizationKeyForProvider },
    ]);
    const [owner] = await tx.select().from(organizationMembers);
    expect(owner).toMatchObject({ email: "owner@client.example", role: "owner", status: "invited" });
    expect(await tx.select().from(collectionMembers)).toMatchObject([
      { memberId: owner?.id, permission: "manage" },
    ]);
    expect(await teamsOf(tx, providerId)).toMatchObject({ allocatedSeats: 15, purchasedSeats: 0 });
    expect(await mailsTo(tx, "owner@client.example")).toMatchObject([
      { kind: "client.owner_invite", organizationName: "École du Client", providerName: "My Provider" },
    ]);
  });

  test("stands in the provider's log, and its owner's invitation in its own", async ({ tx }) => {
    const { providerId, brett } = await aProviderWith(tx, wardens);
    const form = aForm(providerId);
    await execute(tx, createClient, brett.actor, form);
    expect(await eventsOf(tx)).toMatchObject([
      {
        type: "client.created",
        providerId,
        organizationId: null,
        details: { name: "École du Client", plan: "teams", seats: 15 },
      },
      { type: "client.owner_touched", providerId, organizationId: null, details: { act: "invited" } },
      { type: "organization_member.invited", providerId, organizationId: form.organizationId },
    ]);
  });

  test("beyond the minimum purchases seats", async ({ tx }) => {
    const { providerId, brett } = await aProviderWith(tx, wardens, { teams: 10 });
    await execute(tx, createClient, brett.actor, aForm(providerId));
    expect(await teamsOf(tx, providerId)).toMatchObject({ allocatedSeats: 15, purchasedSeats: 5 });
  });

  test("sent twice is made once", async ({ tx }) => {
    const { providerId, brett } = await aProviderWith(tx, wardens);
    const form = aForm(providerId);
    const first = await execute(tx, createClient, brett.actor, form);
    const second = await execute(tx, createClient, brett.actor, form);
    expect([first.existed, second]).toEqual([false, { ...first, existed: true }]);
    expect(await tx.$count(organizations)).toBe(1);
    expect(await teamsOf(tx, providerId)).toMatchObject({ allocatedSeats: 15 });
    expect(await mailsTo(tx, "owner@client.example")).toHaveLength(1);
    expect(await eventsOf(tx)).toHaveLength(3);
  });
});

describe("is refused, and nothing is written,", () => {
  test("under an id that is taken, with another key than the one that was made", async ({ tx }) => {
    const { providerId, brett, bea } = await aProviderWith(tx, {
      brett: "provider_admin, confirmed",
      bea: "provider_admin, confirmed",
    });
    const form = aForm(providerId);
    await execute(tx, createClient, brett.actor, form);
    const other = { ...form, organizationKeyForProvider: sealedText(5) };
    for (const { actor } of [brett, bea]) await expectRefused(tx, createClient, actor, other, "not_found");
    expect(await tx.$count(organizations)).toBe(1);
  });

  test("to service users, strangers and other providers' admins", async ({ tx }) => {
    const { providerId, betty } = await aProviderWith(tx, wardens);
    const elsewhere = await aProviderWith(tx, wardens);
    const signedOut = anonymousActor(betty.actor.device);
    await expectRefused(tx, createClient, betty.actor, aForm(providerId), "not_found");
    await expectRefused(tx, createClient, elsewhere.brett.actor, aForm(providerId), "not_found");
    await expectRefused(tx, createClient, elsewhere.brett.actor, aForm(randomUUID()), "not_found");
    await expectRefused(tx, createClient, signedOut, aForm(providerId), "not_signed_in");
    expect(await tx.$count(organizations)).toBe(0);
    expect(await tx.$count(jobs)).toBe(0);
  });

  test("while the provider is suspended", async ({ tx }) => {
    const { providerId, brett } = await aProviderWith(tx, wardens, { state: "suspended" });
    await expectRefused(tx, createClient, brett.actor, aForm(providerId), "provider_suspended");
  });

  test.for([0, -1, 1e9])("with %d seats", async (seats, { tx }) => {
    const { providerId, brett } = await aProviderWith(tx, wardens);
    const form = { ...aForm(providerId), seats };
    await expectRefused(tx, createClient, brett.actor, form, "seats_out_of_range");
    expect(await tx.$count(organizations)).toBe(0);
  });

  test("purchases for it what was shown, or nothing happens", async ({ tx }) => {
    const { providerId, brett } = await aProviderWith(
      tx,
      { brett: "provider_admin, confirmed" },
      { teams: 4 },
    );
    const form = { ...aForm(providerId), seats: 5 };
    const shown = (purchase: number) => ({ plan: form.plan, from: 0, to: 5, purchase });
    const stale = { ...form, shown: shown(0) };
    await expectRefused(tx, createClient, brett.actor, stale, "seats_changed");
    await execute(tx, createClient, brett.actor, { ...form, shown: shown(1) });
  });

  test("with text where something sealed belongs", async ({ tx }) => {
    const { providerId, brett } = await aProviderWith(tx, wardens);
    for (const field of ["organizationKeyForProvider", "privateKeyForOrganization", "collectionName"])
      await expect(
        execute(tx, createClient, brett.actor, { ...aForm(providerId), [field]: "Default collection" }),
      ).rejects.toThrow("not_sealed");
  });

  test("under an id that another provider's client has", async ({ tx }) => {
    const { providerId, brett } = await aProviderWith(tx, wardens);
    const elsewhere = await aProviderWith(tx, wardens);
    const theirs = aForm(elsewhere.providerId);
    await execute(tx, createClient, elsewhere.brett.actor, theirs);
    const form = { ...aForm(providerId), organizationId: theirs.organizationId };
    await expectRefused(tx, createClient, brett.actor, form, "not_found");
    expect(await teamsOf(tx, providerId)).toMatchObject({ allocatedSeats: 0 });
  });
});
