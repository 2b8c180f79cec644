import { and, eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Tx } from "@/db/client";
import { accountRecoveries } from "@/db/schema/account-recoveries";
import { organizations } from "@/db/schema/organizations";
import { policies } from "@/db/schema/policies";
import { providerOrganizations } from "@/db/schema/provider-organizations";
import { providerPlans } from "@/db/schema/provider-plans";
import { seatLedger } from "@/db/schema/seat-ledger";
import type { OrganizationId } from "@/lib/domain/ids";
import { linkClient } from "@/lib/operations/client/link-client";
import { listClients } from "@/lib/operations/client/list-clients";
import { listLinkable } from "@/lib/operations/client/list-linkable";
import { setClientSeats } from "@/lib/operations/client/set-client-seats";
import { execute } from "@/lib/operations/command";
import { ask } from "@/lib/operations/query";
import { enterClient } from "@/lib/operations/visit/enter-client";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { eventsOf, mailsTo, queuedMails } from "@/test/mails";
import { aConfirmed, aMemberOf, anOrganizationWith, anyId, keyOf } from "@/test/organization";
import { sealedText } from "@/test/people";
import { aClientOf, aProviderWith } from "@/test/provider";

async function aLink(tx: Tx, columns: Parameters<typeof anOrganizationWith>[1] = {}) {
  const team = await aProviderWith(tx, {
    brett: "provider_admin, confirmed",
    bea: "provider_admin, confirmed",
    betty: "service_user, confirmed",
  });
  const { organizationId } = await anOrganizationWith(tx, {
    name: "École Montclair",
    sortName: "ecole montclair",
    seats: 20,
    ...columns,
  });
  await aMemberOf(tx, organizationId, team.brett, { role: "owner" });
  const owner = await aConfirmed(tx, organizationId, "owner", "Maya Lindqvist");
  const form = formOf(team.providerId, organizationId);
  return { ...team, organizationId, owner, form };
}

const formOf = (providerId: string, organizationId: OrganizationId) => ({
  providerId,
  organizationId,
  organizationKeyId: keyOf(organizationId) as string,
  organizationKeyForProvider: sealedText(5),
  shown: { plan: "teams_monthly" as const, from: 0, to: 20, purchase: 0 },
});

const teamsOf = async (tx: Tx, providerId: string) => {
  const plan = and(eq(providerPlans.plan, "teams_monthly"));
  const rows = await tx.select().from(providerPlans).where(plan);
  return rows.find((row) => row.providerId === providerId);
};

describe("an organization that is linked", () => {
  test("is the provider's client, with its seats, its key and its bills", async ({ tx }) => {
    const { providerId, brett, betty, organizationId, form } = await aLink(tx);
    await execute(tx, linkClient, brett.actor, form);

    const [row] = await tx.select().from(organizations).where(eq(organizations.id, organizationId));
    expect(row).toMatchObject({
      providerId,
      status: "managed",
      billingEmail: "billing@provider.example",
      providerAccess: "full",
    });
    expect(row?.features).toContain("scim");
    expect(await tx.select().from(providerOrganizations)).toMatchObject([
      { providerId, organizationId, organizationKeyForProvider: form.organizationKeyForProvider },
    ]);
    expect(await teamsOf(tx, providerId)).toMatchObject({
      allocatedSeats: 20,
      purchasedSeats: 0,
      clients: 1,
    });
    expect(await tx.select().from(seatLedger)).toMatchObject([
      { reason: "client_linked", actorId: brett.userId, organizationId, seatsBefore: 0, seatsAfter: 20 },
    ]);
    const { clients } = await ask(tx, listClients, betty.actor, { providerId });
    expect(clients).toMatchObject([{ id: organizationId, assigned: 20, used: 2 }]);
    await execute(tx, enterClient, betty.actor, { organizationId });
  });

  test("stands in both logs, and its other owners are told", async ({ tx }) => {
    const { providerId, brett, owner, organizationId, form } = await aLink(tx);
    await execute(tx, linkClient, brett.actor, form);
    expect(await eventsOf(tx)).toMatchObject([
      {
        type: "client.added",
        providerId,
        organizationId: null,
        details: { name: "École Montclair", plan: "teams", seats: 20 },
      },
      { type: "organization.linked", organizationId, details: { provider: "My Provider", seats: 20 } },
    ]);
    expect(await mailsTo(tx, owner.email)).toMatchObject([
      {
        kind: "client.linked",
        providerName: "My Provider",
        who: `brett (${brett.email})`,
        organizationName: "École Montclair",
      },
    ]);
    expect(await queuedMails(tx)).toHaveLength(1);
  });

  test("purchases seats beyond the minimum, as the person has confirmed", async ({ tx }) => {
    const { providerId, brett, form } = await aLink(tx);
    await aClientOf(tx, providerId, { seats: 62 });
    await expectRefused(tx, linkClient, brett.actor, form, "seats_changed");
    await execute(tx, linkClient, brett.actor, { ...form, shown: { ...form.shown, purchase: 7 } });
    expect(await teamsOf(tx, providerId)).toMatchObject({ allocatedSeats: 82, purchasedSeats: 7 });
  });

  test("sent twice is linked once", async ({ tx }) => {
    const { providerId, brett, form } = await aLink(tx);
    await execute(tx, linkClient, brett.actor, form);
    await execute(tx, linkClient, brett.actor, form);
    expect(await teamsOf(tx, providerId)).toMatchObject({ allocatedSeats: 20 });
    expect(await eventsOf(tx)).toHaveLength(2);
  });

  test("ends the recoveries that people of the team have asked for as members", async ({ tx }) => {
    const { brett, owner, organizationId, form } = await aLink(tx);
    const [ravi, lee] = [
      await aConfirmed(tx, organizationId, "user", "Ravi Menon"),
      await aConfirmed(tx, organizationId, "user", "Lee Park"),
    ];
    const asked = { organizationId, forProvider: false, memberRole: "user" as const };
    const at = { askedAt: new Date(), readyAt: new Date() };
    await tx.insert(accountRecoveries).values([
      { ...asked, ...at, memberId: ravi.memberId, askedBy: brett.userId },
      { ...asked, ...at, memberId: lee.memberId, askedBy: owner.userId },
    ]);
    await execute(tx, linkClient, brett.actor, form);
    expect(await tx.select().from(accountRecoveries)).toMatchObject([{ memberId: lee.memberId }]);
  });
});

describe("is refused, and nothing is written,", () => {
  test("to whoever does not own it, or makes no clients", async ({ tx }) => {
    const { providerId, brett, bea, betty, owner, organizationId, form } = await aLink(tx);
    await aMemberOf(tx, organizationId, betty, { role: "owner" });
    await aMemberOf(tx, organizationId, bea, { role: "admin" });
    const elsewhere = await aProviderWith(tx, { boss: "provider_admin, confirmed" });
    for (const { actor } of [bea, betty, owner, elsewhere.boss])
      await expectRefused(tx, linkClient, actor, form, "not_found");
    const foreign = { ...form, providerId: elsewhere.providerId };
    await expectRefused(tx, linkClient, brett.actor, foreign, "not_found");
    await expectRefused(tx, linkClient, brett.actor, { ...form, organizationId: anyId() }, "not_found");
    expect(await tx.$count(providerOrganizations)).toBe(0);
    expect(await teamsOf(tx, providerId)).toMatchObject({ allocatedSeats: 0 });
  });

  test("where it belongs to a provider already", async ({ tx }) => {
    const { providerId, brett, bea, organizationId, form } = await aLink(tx);
    await aMemberOf(tx, organizationId, bea, { role: "owner" });
    await execute(tx, linkClient, brett.actor, form);
    const other = { ...form, organizationKeyForProvider: sealedText(5) };
    await expectRefused(tx, linkClient, bea.actor, other, "organization_has_provider");
    expect(await teamsOf(tx, providerId)).toMatchObject({ allocatedSeats: 20 });
  });

  test("with numbers that are not those of now", async ({ tx }) => {
    const { brett, form } = await aLink(tx);
    for (const other of [{ to: 19 }, { plan: "enterprise_monthly" as const }, { purchase: 1 }])
      await expectRefused(
        tx,
        linkClient,
        brett.actor,
        { ...form, shown: { ...form.shown, ...other } },
        "seats_changed",
      );
  });

  test("under a key that the organization has no more", async ({ tx }) => {
    const { brett, form } = await aLink(tx);
    const former = { ...form, organizationKeyId: anyId() };
    await expectRefused(tx, linkClient, brett.actor, former, "organization_key_replaced");
    expect(await tx.$count(providerOrganizations)).toBe(0);
  });

  test("while it or the provider is suspended, and while it confirms automatically", async ({ tx }) => {
    const { brett, organizationId, form } = await aLink(tx, { features: ["policies"] });
    const here = eq(organizations.id, organizationId);
    await tx.insert(policies).values({ organizationId, type: "automatic_confirmation", enabled: true });
    await expectRefused(tx, linkClient, brett.actor, form, "automatic_confirmation_is_on");
    await tx.delete(policies);
    await tx.update(organizations).set({ state: "suspended" }).where(here);
    await expectRefused(tx, linkClient, brett.actor, form, "organization_suspended");
  });

  test("where the provider has no seats of the plan", async ({ tx }) => {
    const { brett, form } = await aLink(tx);
    await tx.delete(providerPlans).where(eq(providerPlans.plan, "teams_monthly"));
    await expectRefused(tx, linkClient, brett.actor, form, "plan_not_offered");
  });
});

describe("organizations that can be added", () => {
  test("are those that one owns, confirmed, and that have no provider", async ({ tx }) => {
    const { providerId, brett, organizationId } = await aLink(tx);
    for (const place of [
      { role: "admin" },
      { role: "owner", status: "accepted" },
      { role: "owner", status: "revoked" },
    ] as const) {
      const other = await anOrganizationWith(tx);
      await aMemberOf(tx, other.organizationId, brett, place);
    }
    const elsewhere = await aProviderWith(tx, {});
    await aMemberOf(tx, await aClientOf(tx, elsewhere.providerId), brett, { role: "owner" });
    await aConfirmed(tx, (await anOrganizationWith(tx)).organizationId, "owner", "Somebody Else");

    expect(await ask(tx, listLinkable, brett.actor, { providerId })).toEqual([
      {
        id: organizationId,
        name: "École Montclair",
        plan: "teams_monthly",
        seats: 20,
        used: 2,
        seatsOfPlan: { minimum: 75, assigned: 0 },
        numbers: { plan: "teams_monthly", from: 0, to: 20, purchase: 0 },
        blocked: null,
        isProbablyTheTeams: false,
      },
    ]);
  });

  test("say what they cost, why they cannot be added, and whether they are the team's own", async ({
    tx,
  }) => {
    const { providerId, brett, bea, organizationId } = await aLink(tx);
    await aMemberOf(tx, organizationId, bea);
    const suspended = await anOrganizationWith(tx, { name: "Zebra", state: "suspended" });
    await aMemberOf(tx, suspended.organizationId, brett, { role: "owner" });
    const client = await aClientOf(tx, providerId, { seats: 70 });
    await execute(tx, setClientSeats, brett.actor, { providerId, organizationId: client, seats: 80 });
    expect(await ask(tx, listLinkable, brett.actor, { providerId })).toMatchObject([
      { name: "École Montclair", numbers: { purchase: 20 }, blocked: null, isProbablyTheTeams: true },
      { name: "Zebra", blocked: { refusal: "organization_suspended" }, isProbablyTheTeams: false },
    ]);
  });
});
