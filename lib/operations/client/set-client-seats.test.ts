import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Tx } from "@/db/client";
import { organizations } from "@/db/schema/organizations";
import { providerPlans } from "@/db/schema/provider-plans";
import { revisions } from "@/db/schema/revisions";
import type { OrganizationId, ProviderId } from "@/lib/domain/ids";
import type { Plan } from "@/lib/domain/organization/plans";
import { renameClient } from "@/lib/operations/client/rename-client";
import { setClientSeats } from "@/lib/operations/client/set-client-seats";
import { execute } from "@/lib/operations/command";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { eventsOf } from "@/test/mails";
import { aClientOf, aProviderWith } from "@/test/provider";

const wardens = { brett: "provider_admin, confirmed", betty: "service_user, confirmed" } as const;

async function planOf(tx: Tx, providerId: ProviderId) {
  const [plan] = await tx
    .select({ allocated: providerPlans.allocatedSeats, purchased: providerPlans.purchasedSeats })
    .from(providerPlans)
    .where(and(eq(providerPlans.providerId, providerId), eq(providerPlans.plan, "teams_monthly")));
  return plan;
}

async function seatsOf(tx: Tx, organizationId: OrganizationId) {
  const [row] = await tx.select().from(organizations).where(eq(organizations.id, organizationId));
  return row?.seats;
}

describe("seats", () => {
  test.for([
    { before: 62, after: 72, purchased: 0 },
    { before: 62, after: 76, purchased: 1 },
    { before: 80, after: 81, purchased: 6 },
    { before: 80, after: 77, purchased: 2 },
    { before: 80, after: 60, purchased: 0 },
  ])("an admin changes $before to $after", async ({ before, after, purchased }, { tx }) => {
    const { providerId, brett } = await aProviderWith(tx, wardens, { teams: 75 });
    const organizationId = await aClientOf(tx, providerId, { seats: before });
    await execute(tx, setClientSeats, brett.actor, { providerId, organizationId, seats: after });
    expect(await seatsOf(tx, organizationId)).toBe(after);
    expect(await planOf(tx, providerId)).toEqual({ allocated: after, purchased });
    expect(await eventsOf(tx)).toMatchObject([
      { type: "client.seats_changed", organizationId: null, details: { from: before, to: after } },
      { type: "organization.seats_changed", organizationId, details: { from: before, to: after } },
    ]);
  });

  test("two admins who raise seats by the same numbers purchase what was shown: the second looks again", async ({
    tx,
  }) => {
    const { providerId, brett } = await aProviderWith(tx, wardens, { teams: 22 });
    const one = await aClientOf(tx, providerId, { seats: 10 });
    const other = await aClientOf(tx, providerId, { seats: 10 });
    const raise = (organizationId: OrganizationId, purchase: number, plan = "teams_monthly" as Plan) =>
      ({ providerId, organizationId, seats: 15, shown: { plan, from: 10, to: 15, purchase } }) as const;
    await expectRefused(
      tx,
      setClientSeats,
      brett.actor,
      raise(one, 3, "enterprise_monthly"),
      "seats_changed",
    );
    await execute(tx, setClientSeats, brett.actor, raise(one, 3));
    await expectRefused(tx, setClientSeats, brett.actor, raise(other, 3), "seats_changed");
    expect(await seatsOf(tx, other)).toBe(10);
    expect(await planOf(tx, providerId)).toEqual({ allocated: 25, purchased: 3 });
    await execute(tx, setClientSeats, brett.actor, raise(other, 5));
    expect(await planOf(tx, providerId)).toEqual({ allocated: 30, purchased: 8 });
  });

  test("a service user moves unassigned seats and purchases none", async ({ tx }) => {
    const { providerId, betty } = await aProviderWith(tx, wardens, { teams: 75 });
    const organizationId = await aClientOf(tx, providerId, { seats: 62 });
    const input = { providerId, organizationId };
    await expect(execute(tx, setClientSeats, betty.actor, { ...input, seats: 76 })).rejects.toMatchObject({
      refusal: "seats_need_purchase",
      values: { unassigned: 13 },
    });
    expect(await seatsOf(tx, organizationId)).toBe(62);
    await execute(tx, setClientSeats, betty.actor, { ...input, seats: 75 });
    expect(await planOf(tx, providerId)).toEqual({ allocated: 75, purchased: 0 });
  });

  test("fewer than are used, none, and too many are refused with the limit", async ({ tx }) => {
    const { providerId, brett } = await aProviderWith(tx, wardens);
    const organizationId = await aClientOf(tx, providerId, { seats: 10, used: 9 });
    const input = { providerId, organizationId };
    await expectRefused(tx, setClientSeats, brett.actor, { ...input, seats: 8 }, "seats_below_used");
    for (const seats of [0, -1, 1e9])
      await expectRefused(tx, setClientSeats, brett.actor, { ...input, seats }, "seats_out_of_range");
    expect(await seatsOf(tx, organizationId)).toBe(10);
  });

  test("the same number again changes nothing and is not logged", async ({ tx }) => {
    const { providerId, brett } = await aProviderWith(tx, wardens);
    const organizationId = await aClientOf(tx, providerId, { seats: 10 });
    await execute(tx, setClientSeats, brett.actor, { providerId, organizationId, seats: 10 });
    expect(await eventsOf(tx)).toEqual([]);
  });

  test("another provider's client is as unknown as none", async ({ tx }) => {
    const { providerId, brett } = await aProviderWith(tx, wardens);
    const elsewhere = await aProviderWith(tx, wardens);
    const theirs = await aClientOf(tx, elsewhere.providerId, { seats: 10 });
    for (const organizationId of [theirs, randomUUID()]) {
      const seats = { providerId, organizationId, seats: 12 };
      await expectRefused(tx, setClientSeats, brett.actor, seats, "not_found");
      const name = { providerId, organizationId, name: "Mine" };
      await expectRefused(tx, renameClient, brett.actor, name, "not_found");
    }
    const asTheirs = { providerId: elsewhere.providerId, organizationId: theirs, seats: 12 };
    await expectRefused(tx, setClientSeats, brett.actor, asTheirs, "not_found");
    expect(await seatsOf(tx, theirs)).toBe(10);
  });
});

describe("a name", () => {
  test("is changed by either role, and both logs say so", async ({ tx }) => {
    const { providerId, betty } = await aProviderWith(tx, wardens);
    const organizationId = await aClientOf(tx, providerId, { name: "Before" });
    await execute(tx, renameClient, betty.actor, { providerId, organizationId, name: "Été" });
    const [row] = await tx.select().from(organizations);
    expect(row).toMatchObject({ name: "Été", sortName: "ete" });
    const details = { from: "Before", to: "Été" };
    expect(await eventsOf(tx)).toMatchObject([
      { type: "client.renamed", providerId, organizationId: null, details },
      { type: "organization.updated", providerId, organizationId, details },
    ]);
  });

  test("that it has already changes nothing and is not logged", async ({ tx }) => {
    const { providerId, betty } = await aProviderWith(tx, wardens);
    const organizationId = await aClientOf(tx, providerId, { name: "Before" });
    await execute(tx, renameClient, betty.actor, { providerId, organizationId, name: "Before" });
    expect(await eventsOf(tx)).toEqual([]);
    expect(await tx.$count(revisions)).toBe(0);
  });

  test("stays while the provider is suspended", async ({ tx }) => {
    const { providerId, brett } = await aProviderWith(tx, wardens, { state: "suspended" });
    const organizationId = await aClientOf(tx, providerId, { name: "Before" });
    const input = { providerId, organizationId, name: "After" };
    await expectRefused(tx, renameClient, brett.actor, input, "provider_suspended");
  });
});
