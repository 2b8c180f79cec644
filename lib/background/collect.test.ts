import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, expect, vi } from "vitest";
import type { Tx } from "@/db/client";
import { gatewayCustomers } from "@/db/schema/billing-gateway";
import { invoiceLines } from "@/db/schema/invoice-lines";
import { invoices } from "@/db/schema/invoices";
import { jobs } from "@/db/schema/jobs";
import { organizations } from "@/db/schema/organizations";
import { providers } from "@/db/schema/providers";
import { collectJob } from "@/lib/background/collect";
import { gatewayOf } from "@/lib/billing/gateway-of";
import { operatorActor } from "@/lib/domain/actor";
import { Month } from "@/lib/domain/billing/month";
import type { InvoiceId } from "@/lib/domain/ids";
import { enqueue } from "@/lib/jobs/enqueue";
import { runDue } from "@/lib/jobs/run-due";
import { closeMonth } from "@/lib/operations/billing/close-month";
import { giveCredit } from "@/lib/operations/billing/give-credit";
import { execute } from "@/lib/operations/command";
import { aBilledClient, aBilledProvider, entered } from "@/test/billing";
import { test } from "@/test/database";
import { startStripe } from "@/test/stripe";

let stripe: Awaited<ReturnType<typeof startStripe>>;
beforeAll(async () => {
  stripe = await startStripe();
});
afterAll(() => stripe.stop());
afterEach(() => {
  vi.useRealTimers();
  for (const things of [stripe.customers, stripe.invoices, stripe.items]) things.length = 0;
});

const byStripe = async () =>
  collectJob(
    await gatewayOf({
      by: "stripe",
      secretKey: "sk_test_x",
      webhookSecret: "whsec_x",
      baseUrl: stripe.baseUrl,
    }),
  );
const setClock = (text: string) => vi.useFakeTimers({ toFake: ["Date"], now: new Date(text) });

/** October of a provider with a discount and some credit, closed; each rise of a client's seats takes a minute. */
async function aClosedMonth(tx: Tx, rises = 0) {
  setClock("2026-11-01T06:00:00Z");
  const { providerId } = await aBilledProvider(tx, { discountPercent: 5 });
  if (rises > 0) {
    const plan = "teams_monthly" as const;
    const organizationId = await aBilledClient(tx, providerId, { name: "Dune", plan, seats: 75, used: 1 });
    for (let rise = 0; rise < rises; rise++)
      await entered(tx, providerId, {
        ...{ at: new Date(Date.UTC(2026, 9, 3, 0, rise)).toISOString(), organizationId, plan },
        ...{ before: 75 + rise, after: 76 + rise },
      });
  }
  await execute(tx, giveCredit, operatorActor(), { providerId, cents: 1000 });
  await execute(tx, closeMonth, operatorActor(), { month: "2026-10" });
  vi.useRealTimers();
  const [invoice] = await tx.select().from(invoices);
  if (!invoice) throw new Error("an invoice was made");
  return invoice;
}

const ask = (tx: Tx, invoiceId: InvoiceId) =>
  enqueue(tx, [{ kind: "collect", payload: { invoiceId } }], new Date());

test("Stripe gets the lines that were worked out here, and sends the invoice", { timeout: 120_000 }, async ({
  tx,
}) => {
  const { id, providerId, totalCents } = await aClosedMonth(tx);
  await ask(tx, id);
  expect(await runDue(tx, await byStripe())).toBe(1);
  expect(stripe.customers).toMatchObject([{ name: "My Provider", email: "billing@provider.example" }]);
  expect(stripe.items.map(({ amount, description }) => [amount, description])).toEqual([
    [30_000, "teams, month, 75 seats"],
    [90_000, "enterprise, month, 150 seats"],
    [-6000, "discount"],
    [-1000, "account credit"],
  ]);
  expect(stripe.invoices).toMatchObject([
    { customer: "cus_1", number: "2026-0001", total: totalCents, status: "open", sent: 1 },
  ]);
  expect(await tx.select().from(invoices)).toMatchObject([{ gatewayReference: "in_1", status: "open" }]);
  expect(await tx.select().from(gatewayCustomers)).toEqual([{ providerId, reference: "cus_1" }]);

  // The next month goes to the same customer.
  setClock("2026-12-01T06:00:00Z");
  await execute(tx, closeMonth, operatorActor(), { month: "2026-11" });
  vi.useRealTimers();
  const [next] = await tx
    .select()
    .from(invoices)
    .where(eq(invoices.month, Month.parse("2026-11")));
  await ask(tx, next?.id ?? id);
  expect(await runDue(tx, await byStripe())).toBe(1);
  expect(stripe.invoices.map(({ customer }) => customer)).toEqual(["cus_1", "cus_1"]);
});

test("a month of many rises is handed over as few sums, which make the invoice's total", {
  timeout: 120_000,
}, async ({ tx }) => {
  const { id, totalCents } = await aClosedMonth(tx, 130);
  expect(await tx.$count(invoiceLines)).toBe(2 + 2 * 130 + 2);
  await ask(tx, id);
  expect(await runDue(tx, await byStripe())).toBe(1);
  expect(stripe.items.map(({ description }) => description)).toEqual([
    "teams, month, 75 seats",
    "teams, credit",
    "teams, debit",
    "enterprise, month, 150 seats",
    "discount",
    "account credit",
  ]);
  expect(stripe.items.reduce((sum, { amount }) => sum + amount, 0)).toBe(totalCents);
  expect(stripe.invoices).toMatchObject([{ total: totalCents, status: "open", sent: 1 }]);
});

test("handed over twice, it is one invoice there, also when an answer was lost", {
  timeout: 120_000,
}, async ({ tx }) => {
  const { id } = await aClosedMonth(tx);
  for (const lost of ["/v1/customers", "/v1/invoices", "/add_lines", "/finalize", "/send"]) {
    stripe.losing.push(lost);
    await ask(tx, id);
    await runDue(tx, await byStripe());
    expect(await tx.select().from(invoices)).toMatchObject([{ gatewayReference: null }]);
    await tx.delete(jobs).where(eq(jobs.kind, "collect"));
  }
  for (let again = 0; again < 2; again++) {
    await ask(tx, id);
    await runDue(tx, await byStripe());
  }
  expect([stripe.customers, stripe.invoices, stripe.items].map((things) => things.length)).toEqual([1, 1, 4]);
  expect(stripe.invoices).toMatchObject([{ total: 113_000, sent: 1 }]);
});

test("a provider's last invoice is collected after the provider is deleted", { timeout: 120_000 }, async ({
  tx,
}) => {
  const { id, providerId } = await aClosedMonth(tx);
  await enqueue(tx, [{ kind: "collect", providerId, payload: { invoiceId: id } }], new Date());
  await tx.update(organizations).set({ providerId: null, status: "created" });
  await tx.delete(providers).where(eq(providers.id, providerId));
  expect(await runDue(tx, await byStripe())).toBe(1);
  expect(stripe.invoices).toMatchObject([{ status: "open", sent: 1 }]);
  expect(await tx.select().from(invoices)).toMatchObject([{ gatewayReference: "in_1", status: "open" }]);
});

test("by the embedded ledger nobody else is asked", async ({ tx }) => {
  const { id } = await aClosedMonth(tx);
  await ask(tx, id);
  expect(await runDue(tx, collectJob(await gatewayOf({ by: "ledger" })))).toBe(1);
  expect(await tx.select().from(invoices)).toMatchObject([{ gatewayReference: null, status: "open" }]);
  expect(stripe.invoices).toEqual([]);
});
