import { randomUUID } from "node:crypto";
import { asc, eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, test as plain } from "vitest";
import type { Tx } from "@/db/client";
import { seatLedger } from "@/db/schema/seat-ledger";
import { Month, spanOf } from "@/lib/domain/billing/month";
import { unopened } from "@/lib/domain/billing/usage";
import { OrganizationId, type ProviderId } from "@/lib/domain/ids";
import { plans } from "@/lib/domain/organization/plans";
import { usageOf } from "@/lib/operations/billing/internal/read-usage";
import { getSubscription } from "@/lib/operations/provider/get-subscription";
import { ask } from "@/lib/operations/query";
import { aBilledProvider, entered } from "@/test/billing";
import { openMeasured } from "@/test/buffers";
import { test } from "@/test/database";
import { aProviderWith } from "@/test/provider";

const someChange = fc.record({
  /** After the one before it: several within one second, and months without any. */
  minutes: fc.oneof(fc.constant(0), fc.nat(50_000)),
  plan: fc.constantFrom(...plans),
  /** 0 is the provider's commitment. */
  whose: fc.nat(3),
  after: fc.nat(300),
  cents: fc.constantFrom(400, 450, 600),
});
const someLedger = fc.array(someChange, { maxLength: 20 });
type Change = typeof someChange extends fc.Arbitrary<infer One> ? One : never;
const someMonth = fc.integer({ min: 7, max: 12 }).map((number) => `2026-${String(number).padStart(2, "0")}`);

/** A provider with this ledger, which begins in July. */
async function aProviderOf(tx: Tx, ledger: Change[]): Promise<ProviderId> {
  const { providerId } = await aProviderWith(tx, {}, { teams: 0, enterprise: 0 });
  const organizationIds = [1, 2, 3].map(() => OrganizationId.parse(randomUUID()));
  const seats = new Map<string, number>();
  let at = Date.parse("2026-07-01T00:00:00Z");
  for (const { minutes, plan, whose, after, cents } of ledger) {
    at += minutes * 60_000;
    const before = seats.get(`${plan} ${whose}`) ?? 0;
    const organizationId = organizationIds[whose - 1] ?? null;
    await entered(tx, providerId, {
      ...{ at: new Date(at).toISOString(), organizationId, plan },
      ...{ before, after, cents },
    });
    seats.set(`${plan} ${whose}`, after);
  }
  return providerId;
}

/** What a month began with, as the sum of all that was entered before it. */
async function summedBefore(tx: Tx, providerId: ProviderId, start: Date) {
  const rows = await tx
    .select()
    .from(seatLedger)
    .where(eq(seatLedger.providerId, providerId))
    .orderBy(asc(seatLedger.id));
  return plans.map((plan) => {
    const opening = unopened(plan);
    for (const row of rows.filter((row) => row.plan === plan && row.at < start)) {
      opening.seats[row.organizationId ? "assigned" : "minimum"] += row.seatsAfter - row.seatsBefore;
      opening.cents = row.monthlyPrice;
    }
    return opening;
  });
}

test("a month begins with the sum of all that was entered before it", { timeout: 120_000 }, async ({
  tx,
}) => {
  await fc.assert(
    fc.asyncProperty(someLedger, someLedger, someMonth, async (one, other, month) => {
      const providerIds = [await aProviderOf(tx, one), await aProviderOf(tx, other)];
      const span = spanOf(Month.parse(month));
      const usage = await usageOf(tx, providerIds, span);
      for (const providerId of providerIds)
        expect(usage(providerId).openings).toEqual(await summedBefore(tx, providerId, span.start));
    }),
    { numRuns: 20 },
  );
});

test("a minimum that is in no ledger begins no month", async ({ tx }) => {
  const { providerId } = await aProviderWith(tx, {});
  const usage = await usageOf(tx, [providerId], spanOf(Month.parse("2026-10")));
  expect(usage(providerId)).toEqual({ openings: plans.map(unopened), entries: [] });
});

/** What the subscription page and the usage of a month touch when so many rows of the ledger are older. */
async function measure(older: number) {
  const { db, settle, buffersOf, close } = await openMeasured();
  const { providerId, brett } = await db.transaction((tx) => aBilledProvider(tx));
  // Two rows each: a client gets a seat and gives it back, all of it on one plan.
  await db.execute(sql`
    insert into seat_ledger (at, provider_id, organization_id, plan, reason, seats_before, seats_after, monthly_price)
    select '2026-09-01'::timestamptz + number * interval '1 second', ${providerId}, ${randomUUID()}, 'teams_monthly',
      'seats_changed', number % 2, 1 - number % 2, 400
    from generate_series(1, ${older}::int) as number`);
  await settle();
  const buffers = await buffersOf(() => ask(db, getSubscription, brett.actor, { providerId }));
  await close();
  return buffers;
}

plain("the subscription page reads nothing of the years before", { timeout: 120_000 }, async () => {
  const [few, many] = [await measure(500), await measure(20_000)];
  // An index of more rows may be a level deeper, for each of the few times that it is gone down.
  expect(many - few).toBeLessThanOrEqual(20);
});
