import { asc, eq } from "drizzle-orm";
import { expect } from "vitest";
import type { Tx } from "@/db/client";
import { providerPlans } from "@/db/schema/provider-plans";
import { providers } from "@/db/schema/providers";
import { seatLedger } from "@/db/schema/seat-ledger";
import { operatorActor } from "@/lib/domain/actor";
import { changeProviderTerms } from "@/lib/operations/admin/change-provider-terms";
import { inviteProvider } from "@/lib/operations/admin/invite-provider";
import { execute } from "@/lib/operations/command";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { eventsOf } from "@/test/mails";
import { aPerson } from "@/test/people";
import { aClientOf, aProviderWith } from "@/test/provider";

const shown = { teamsSeats: 75, enterpriseSeats: 150, discountPercent: 0 };

async function world(tx: Tx) {
  const administrator = await aPerson(tx, "Ada Boss", { instanceRole: "administrator" });
  const team = await aProviderWith(tx, { brett: "provider_admin, confirmed" });
  await aClientOf(tx, team.providerId, { seats: 62 });
  return { ...team, administrator };
}

const plansOf = (tx: Tx) =>
  tx
    .select({
      plan: providerPlans.plan,
      minimum: providerPlans.seatMinimum,
      assigned: providerPlans.allocatedSeats,
      purchased: providerPlans.purchasedSeats,
    })
    .from(providerPlans)
    .orderBy(asc(providerPlans.plan));

test("clients keep their seats, those beyond are purchased, and ledger and log say so", async ({ tx }) => {
  const { providerId, administrator } = await world(tx);
  const terms = { teamsSeats: 50, enterpriseSeats: 150, discountPercent: 12 };
  await execute(tx, changeProviderTerms, administrator.actor, { providerId, shown, ...terms });
  expect(await plansOf(tx)).toEqual([
    { plan: "enterprise_monthly", minimum: 150, assigned: 0, purchased: 0 },
    { plan: "teams_monthly", minimum: 50, assigned: 62, purchased: 12 },
  ]);
  expect(await tx.select().from(seatLedger)).toMatchObject([
    {
      providerId,
      organizationId: null,
      plan: "teams_monthly",
      reason: "minimum_changed",
      seatsBefore: 75,
      seatsAfter: 50,
      actorId: administrator.userId,
    },
  ]);
  expect(await tx.$count(providers, eq(providers.discountPercent, 12))).toBe(1);
  expect((await eventsOf(tx)).map(({ type, details }) => ({ type, details }))).toEqual([
    { type: "provider.discount_changed", details: { from: 0, to: 12 } },
    { type: "provider.minimum_changed", details: { plan: "teams", from: 75, to: 50 } },
  ]);
});

test("the operator may too; the same terms change nothing", async ({ tx }) => {
  const { providerId } = await world(tx);
  await execute(tx, changeProviderTerms, operatorActor(), { providerId, shown, ...shown });
  expect(await eventsOf(tx)).toEqual([]);
  expect(await tx.$count(seatLedger)).toBe(0);
  await execute(tx, changeProviderTerms, operatorActor(), { providerId, shown, ...shown, teamsSeats: 62 });
  expect(await plansOf(tx)).toMatchObject([{}, { minimum: 62, purchased: 0 }]);
  expect(await tx.select().from(seatLedger)).toMatchObject([{ actorId: null, seatsAfter: 62 }]);
});

test("whoever changed other terms than there are by now is told", async ({ tx }) => {
  const { providerId, administrator } = await world(tx);
  const first = { providerId, shown, ...shown, discountPercent: 10 };
  await execute(tx, changeProviderTerms, administrator.actor, first);
  const second = { providerId, shown, ...shown, teamsSeats: 10 };
  await expectRefused(tx, changeProviderTerms, administrator.actor, second, "terms_changed");
});

test("nobody else does, and not of a provider that is not set up", async ({ tx }) => {
  const { providerId, brett } = await world(tx);
  await expectRefused(tx, changeProviderTerms, brett.actor, { providerId, shown, ...shown }, "not_found");
  const invitation = { email: "new@provider.example", teamsSeats: 75, enterpriseSeats: 150 };
  const pending = await execute(tx, inviteProvider, operatorActor(), invitation);
  const change = { ...pending, shown, ...shown, teamsSeats: 1 };
  await expectRefused(tx, changeProviderTerms, operatorActor(), change, "provider_not_set_up");
});

test.for([{ teamsSeats: -1 }, { enterpriseSeats: 1.5 }, { discountPercent: 101 }, { discountPercent: -1 }])(
  "%j is no input",
  async (bad, { tx }) => {
    const { providerId, administrator } = await world(tx);
    const change = { providerId, shown, ...shown, ...bad };
    await expect(execute(tx, changeProviderTerms, administrator.actor, change)).rejects.toThrow();
  },
);
