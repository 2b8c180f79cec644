import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Tx } from "@/db/client";
import { organizations } from "@/db/schema/organizations";
import type { ProviderId } from "@/lib/domain/ids";
import { getPortalOverview } from "@/lib/operations/client/get-portal-overview";
import { NotFound } from "@/lib/operations/errors";
import { ask } from "@/lib/operations/query";
import { test } from "@/test/database";
import { aConfirmed, aMemberOf, aVisit } from "@/test/organization";
import { aPerson } from "@/test/people";
import { aClientOf, aProviderWith } from "@/test/provider";

const wardens = {
  brett: "provider_admin, confirmed",
  betty: "service_user, confirmed",
  billy: "service_user, accepted",
} as const;

/** Clients of every kind: in order, full, waiting for its owner, without one, suspended without one. */
async function five(tx: Tx, providerId: ProviderId) {
  const at = (name: string, seats = { seats: 10, used: 2 }) => aClientOf(tx, providerId, { name, ...seats });
  const [well, full] = [await at("Well"), await at("Full", { seats: 4, used: 3 })];
  await aConfirmed(tx, well, "owner", "Ada");
  await aConfirmed(tx, full, "owner", "Bea");
  const begun = await at("Begun");
  await aMemberOf(tx, begun, await aPerson(tx, "Owner"), { role: "owner", status: "invited" });
  await at("Ownerless", { seats: 1, used: 1 });
  const held = await at("Held");
  await tx.update(organizations).set({ state: "suspended" }).where(eq(organizations.id, held));
  return { well, begun };
}

describe("the overview of a portal", () => {
  test("names the clients that need something, and why: those without any owner first", async ({ tx }) => {
    const { providerId, betty } = await aProviderWith(tx, wardens);
    await five(tx, providerId);
    const { unsettled } = await ask(tx, getPortalOverview, betty.actor, { providerId });
    expect(unsettled).toMatchObject({
      count: 3,
      first: [
        { name: "Ownerless", standing: "ownerless", remaining: 0 },
        { name: "Begun", standing: "onboarding" },
        { name: "Full", standing: "active", remaining: 0 },
      ],
    });
  });

  test("names the clients in which somebody waits, those with the most first", async ({ tx }) => {
    const { providerId, betty } = await aProviderWith(tx, wardens);
    const { well, begun } = await five(tx, providerId);
    for (const [client, name] of [
      [well, "One"],
      [well, "Two"],
      [begun, "Three"],
    ] as const)
      await aMemberOf(tx, client, await aPerson(tx, name), { status: "accepted" });
    const { awaited } = await ask(tx, getPortalOverview, betty.actor, { providerId });
    expect(awaited).toMatchObject({
      count: 2,
      first: [
        { name: "Well", toConfirm: 2 },
        { name: "Begun", toConfirm: 1 },
      ],
    });
  });

  test("names five, and counts no further than a hundred", async ({ tx }) => {
    const { providerId, brett } = await aProviderWith(tx, wardens);
    for (let i = 0; i < 102; i++) await aClientOf(tx, providerId, { name: `Client ${i}` });
    const { unsettled } = await ask(tx, getPortalOverview, brett.actor, { providerId });
    expect(unsettled.first).toHaveLength(5);
    expect(unsettled.count).toBe(100);
  });

  test("tells admins who of the team waits and the visits of all, service users their own visits only", async ({
    tx,
  }) => {
    const { providerId, brett, betty, billy } = await aProviderWith(tx, wardens);
    const client = await aClientOf(tx, providerId, { name: "Visited" });
    await aVisit(tx, client, providerId, brett);
    await aVisit(tx, client, providerId, betty);
    const seen = await ask(tx, getPortalOverview, brett.actor, { providerId });
    expect(seen.team).toMatchObject({
      count: 1,
      first: [{ id: billy.memberId, userId: billy.userId, email: billy.email }],
    });
    expect(seen.visitsAreOf).toBe("team");
    expect(seen.visits.map(({ userId }) => userId).sort()).toEqual([brett.userId, betty.userId].sort());
    const own = await ask(tx, getPortalOverview, betty.actor, { providerId });
    expect(own.team).toBeNull();
    expect(own.visitsAreOf).toBe("yourself");
    expect(own.visits).toMatchObject([
      { userId: betty.userId, client: { id: client, name: "Visited" }, isOpen: true },
    ]);
  });

  test("of a new provider says that nothing is there yet", async ({ tx }) => {
    const { providerId, brett } = await aProviderWith(tx, { brett: "provider_admin, confirmed" });
    expect(await ask(tx, getPortalOverview, brett.actor, { providerId })).toMatchObject({
      seats: [
        { plan: "teams_monthly", minimum: 75, assigned: 0 },
        { plan: "enterprise_monthly", minimum: 150, assigned: 0 },
      ],
      unsettled: { first: [], count: 0 },
      awaited: { first: [], count: 0 },
      team: { first: [], count: 0 },
      visits: [],
      steps: { ownOrganization: false, secondAdmin: false, firstClient: false, staffInvited: false },
    });
  });

  test("has nothing of another provider, and is no stranger's", async ({ tx }) => {
    const { providerId, brett } = await aProviderWith(tx, wardens);
    const other = await aProviderWith(tx, wardens);
    const theirs = await aClientOf(tx, other.providerId);
    await aVisit(tx, theirs, other.providerId, other.brett);
    expect(await ask(tx, getPortalOverview, brett.actor, { providerId })).toMatchObject({
      unsettled: { first: [], count: 0 },
      visits: [],
    });
    await expect(ask(tx, getPortalOverview, other.brett.actor, { providerId })).rejects.toThrow(NotFound);
    const { billy } = other;
    await expect(ask(tx, getPortalOverview, billy.actor, { providerId: other.providerId })).rejects.toThrow(
      NotFound,
    );
  });
});
