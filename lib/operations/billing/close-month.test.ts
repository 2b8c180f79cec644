import { randomUUID } from "node:crypto";
import { asc, eq, sql } from "drizzle-orm";
import { afterEach, expect, vi } from "vitest";
import type { Tx } from "@/db/client";
import { accountCredits } from "@/db/schema/account-credits";
import { invoiceItems } from "@/db/schema/invoice-items";
import { invoiceLines } from "@/db/schema/invoice-lines";
import { invoices } from "@/db/schema/invoices";
import { providers } from "@/db/schema/providers";
import { type Actor, jobActor, operatorActor } from "@/lib/domain/actor";
import type { ProviderId } from "@/lib/domain/ids";
import { announceInvoices } from "@/lib/operations/billing/announce-invoices";
import { closeMonth } from "@/lib/operations/billing/close-month";
import { getInvoice } from "@/lib/operations/billing/get-invoice";
import { giveCredit } from "@/lib/operations/billing/give-credit";
import { listInvoiceClients } from "@/lib/operations/billing/list-invoice-clients";
import { listInvoices } from "@/lib/operations/billing/list-invoices";
import { noteCollection } from "@/lib/operations/billing/note-collection";
import { settleInvoice } from "@/lib/operations/billing/settle-invoice";
import { execute } from "@/lib/operations/command";
import { getSubscription } from "@/lib/operations/provider/get-subscription";
import { ask } from "@/lib/operations/query";
import { aBilledClient, aBilledProvider, entered } from "@/test/billing";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { eventsOf, mailsTo, queuedMails } from "@/test/mails";
import { aProviderWith } from "@/test/provider";

const operator = operatorActor();
const setClock = (text: string) => vi.useFakeTimers({ toFake: ["Date"], now: new Date(text) });
afterEach(() => void vi.useRealTimers());

const october = { month: "2026-10" };
const notFound = { name: "NotFound" };

/** Closes a month as the command line does. */
async function close(tx: Tx, month = october.month) {
  const made = [];
  for (let more = true; more; ) {
    const step = await execute(tx, closeMonth, operator, { month });
    made.push(...step.invoices);
    more = step.isMoreLikely;
  }
  return made;
}

const linesOf = (tx: Tx) => tx.select().from(invoiceLines).orderBy(asc(invoiceLines.position));

test("a month becomes an invoice: lines of the ledger, clients as they are, number, event and mail", async ({
  tx,
}) => {
  setClock("2026-11-01T06:00:00Z");
  const { providerId, brett } = await aBilledProvider(tx, { discountPercent: 5 });
  await aBilledClient(tx, providerId, { name: "Dune Coffee Roasters", seats: 62, used: 6 });
  const cobalt = { name: "Cobalt Manufacturing", plan: "enterprise_monthly" as const };
  const organizationId = await aBilledClient(tx, providerId, { ...cobalt, seats: 185, used: 53 });
  await entered(tx, providerId, {
    ...{ at: "2026-10-16T12:00:00Z", organizationId, plan: cobalt.plan },
    ...{ before: 185, after: 187 },
  });

  expect(await close(tx)).toEqual([{ number: "2026-0001", totalCents: 134_520 }]);
  expect(await linesOf(tx)).toMatchObject([
    { kind: "month", plan: "teams_monthly", quantity: 75, unitCents: 400, cents: 30_000 },
    { kind: "month", plan: "enterprise_monthly", quantity: 185, unitCents: 600, cents: 111_000 },
    { kind: "credit", quantity: 185, cents: -55_500, since: new Date("2026-10-16T12:00:00Z") },
    { kind: "debit", quantity: 187, cents: 56_100 },
    { kind: "discount", plan: null, cents: -7080 },
  ]);
  expect(await tx.select().from(invoices)).toMatchObject([
    {
      ...{ providerId, month: "2026-10", number: "2026-0001", status: "open", currency: "USD" },
      ...{ subtotalCents: 141_600, discountCents: 7080, creditCents: 0, totalCents: 134_520 },
      ...{ issuedAt: new Date("2026-11-01T06:00:00Z"), dueAt: new Date("2026-12-01T06:00:00Z") },
      billedTo: { name: "My Provider", email: "billing@provider.example", address: [], country: null },
    },
  ]);
  const [invoice] = await tx.select().from(invoices);
  const invoiceId = invoice?.id ?? "";
  const { clients } = await ask(tx, listInvoiceClients, brett.actor, { providerId, invoiceId });
  // Those that are there now, by name, and the seats of Teams that no client has. Of Enterprise, some are purchased.
  expect(clients).toMatchObject([
    { clientName: "Cobalt Manufacturing", assigned: 185, used: 53, estimatedCents: 105_450 },
    { clientName: "Dune Coffee Roasters", assigned: 62, used: 6, estimatedCents: 23_560 },
    {
      clientName: null,
      organizationId: null,
      plan: "teams_monthly",
      assigned: 13,
      used: 0,
      estimatedCents: 4940,
    },
  ]);
  expect(await eventsOf(tx)).toMatchObject([
    { type: "provider.invoice_made", providerId, details: { number: "2026-0001", month: "2026-10" } },
  ]);
  expect(await mailsTo(tx, "billing@provider.example")).toMatchObject([
    { kind: "provider.invoice_made", invoice: "2026-0001", totalCents: 134_520, month: "2026-10" },
  ]);
});

test("closed twice, a month has one invoice, one number and one mail", async ({ tx }) => {
  setClock("2026-11-01T06:00:00Z");
  await aBilledProvider(tx);
  expect(await close(tx)).toHaveLength(1);
  expect(await close(tx)).toEqual([]);
  expect(await tx.$count(invoices)).toBe(1);
  expect(await queuedMails(tx)).toHaveLength(1);
  // The next month gets the next number, and the year after begins anew.
  setClock("2026-12-01T06:00:00Z");
  expect(await close(tx, "2026-11")).toMatchObject([{ number: "2026-0002" }]);
  setClock("2027-01-01T06:00:00Z");
  expect(await close(tx, "2026-12")).toMatchObject([{ number: "2027-0001" }]);
});

test("many providers are billed some at a time, without a gap; those that began later are not", async ({
  tx,
}) => {
  setClock("2026-11-01T06:00:00Z");
  for (let many = 0; many < 21; many++) await aBilledProvider(tx);
  const { providerId } = await aBilledProvider(tx);
  await tx
    .update(providers)
    .set({ setUpAt: new Date("2026-11-01T00:00:00Z") })
    .where(eq(providers.id, providerId));
  await tx
    .update(providers)
    .set({ status: "pending" })
    .where(eq(providers.id, (await aBilledProvider(tx)).providerId));
  const numbers = (await close(tx)).map(({ number }) => number);
  expect(numbers).toEqual(
    Array.from({ length: 21 }, (_, place) => `2026-00${String(place + 1).padStart(2, "0")}`),
  );
});

test("a month that is not over is not billed, nor by anybody but the instance", async ({ tx }) => {
  setClock("2026-10-31T23:59:59.999Z");
  const { brett } = await aBilledProvider(tx);
  await expectRefused(tx, closeMonth, operator, october, "month_not_over");
  await expectRefused(tx, closeMonth, brett.actor, october, "not_found");
  setClock("2026-11-01T00:00:00Z");
  expect((await execute(tx, closeMonth, jobActor(), october)).invoices).toHaveLength(1);
});

test("books are written and not changed; only how an invoice ended is", async ({ tx }) => {
  setClock("2026-11-01T06:00:00Z");
  const { providerId } = await aBilledProvider(tx);
  await execute(tx, giveCredit, operator, { providerId, cents: 500 });
  await close(tx);
  await execute(tx, settleInvoice, operator, { number: "2026-0001", status: "paid" });
  const writes: ((inner: Tx) => PromiseLike<unknown>)[] = [
    (inner) => inner.update(invoices).set({ totalCents: 1 }),
    (inner) => inner.update(invoices).set({ status: "open", settledAt: null }),
    (inner) => inner.update(invoices).set({ dueAt: new Date() }),
    (inner) => inner.delete(invoices),
    (inner) => inner.update(invoiceLines).set({ cents: 1 }),
    (inner) => inner.delete(invoiceLines),
    (inner) => inner.update(invoiceItems).set({ used: 1 }),
    (inner) => inner.delete(invoiceItems),
    (inner) => inner.update(accountCredits).set({ cents: 1 }),
    (inner) => inner.execute(sql`truncate invoices cascade`),
  ];
  for (const write of writes)
    await expect(tx.transaction(async (inner) => void (await write(inner)))).rejects.toThrow();
});

test("credit is used up by the next invoices, and comes back from one that is made void", async ({ tx }) => {
  setClock("2026-11-01T06:00:00Z");
  const { providerId, brett } = await aBilledProvider(tx);
  await execute(tx, giveCredit, operator, { providerId, cents: 130_000 });
  expect(await close(tx)).toMatchObject([{ totalCents: 0 }]);
  // Nothing is left to pay, so it is paid and no mail asks for it.
  expect(await tx.select().from(invoices)).toMatchObject([{ status: "paid", creditCents: 120_000 }]);
  expect(await queuedMails(tx)).toEqual([]);

  setClock("2026-12-01T06:00:00Z");
  expect(await close(tx, "2026-11")).toMatchObject([{ totalCents: 110_000 }]);
  const credit = async () => (await ask(tx, getSubscription, brett.actor, { providerId })).accountCreditCents;
  expect(await credit()).toBe(0);
  await execute(tx, settleInvoice, operator, { number: "2026-0002", status: "void" });
  expect(await credit()).toBe(10_000);
  await expectRefused(
    tx,
    settleInvoice,
    operator,
    { number: "2026-0002", status: "paid" },
    "invoice_settled",
  );
  await expectRefused(tx, settleInvoice, operator, { number: "2026-0009", status: "paid" }, "not_found");
  expect((await eventsOf(tx)).map(({ type }) => type)).toEqual([
    "provider.credit_given",
    "provider.invoice_made",
    "provider.invoice_made",
    "provider.invoice_settled",
  ]);
});

test("nothing is kept of a provider or an invoice that is none", async ({ tx }) => {
  await aBilledProvider(tx);
  const [providerId, invoiceId] = [randomUUID(), randomUUID()];
  await expectRefused(tx, giveCredit, operator, { providerId, cents: 500 }, "not_found");
  const collected = { invoiceId, customer: "cus_1", reference: "in_1" };
  await expectRefused(tx, noteCollection, operator, collected, "not_found");
  expect(await tx.$count(accountCredits)).toBe(0);
});

test("a provider is told once a month what comes", async ({ tx }) => {
  setClock("2026-11-24T06:00:00Z");
  await aBilledProvider(tx);
  expect(await execute(tx, announceInvoices, operator, {})).toMatchObject({ announced: 1 });
  expect(await execute(tx, announceInvoices, operator, {})).toMatchObject({ announced: 0 });
  expect(await mailsTo(tx, "billing@provider.example")).toMatchObject([
    {
      ...{ kind: "provider.invoice_upcoming", month: "2026-11", totalCents: 120_000 },
      ...{ issuedOn: "2026-12-01T00:00:00.000Z", dueAt: "2026-12-31T00:00:00.000Z" },
    },
  ]);
  setClock("2026-12-24T06:00:00Z");
  expect(await execute(tx, announceInvoices, operator, {})).toMatchObject({ announced: 1 });
});

test("the subscription says what is paid now, and what the running month comes to", async ({ tx }) => {
  setClock("2026-10-20T06:00:00Z");
  const { providerId, brett, betty } = await aBilledProvider(tx, { discountPercent: 10 });
  const client = {
    name: "Cobalt",
    plan: "enterprise_monthly" as const,
    seats: 166,
    since: "2026-10-16T12:00:00Z",
  };
  await aBilledClient(tx, providerId, client);
  await execute(tx, giveCredit, operator, { providerId, cents: 2500 });
  const subscription = () => ask(tx, getSubscription, brett.actor, { providerId });
  expect(await subscription()).toMatchObject({
    ...{ status: "active", discountPercent: 10, accountCreditCents: 2500 },
    ...{ subtotalCents: 129_600, discountCents: 12_960, totalCents: 116_640 },
    plans: [
      { plan: "teams_monthly", billed: 75, unassigned: 75, costCents: 30_000 },
      { plan: "enterprise_monthly", billed: 166, purchased: 16, monthlyCents: 600, costCents: 99_600 },
    ],
    next: {
      month: "2026-10",
      issuedOn: new Date("2026-11-01T00:00:00Z"),
      // Half a month of sixteen seats more, less a tenth and the credit.
      bill: { subtotalCents: 124_800, totalCents: 109_820 },
    },
  });
  setClock("2026-11-01T06:00:00Z");
  await close(tx);
  setClock("2026-12-02T06:00:00Z");
  expect(await subscription()).toMatchObject({ status: "past_due" });
  await execute(tx, settleInvoice, operator, { number: "2026-0001", status: "paid" });
  expect(await subscription()).toMatchObject({ status: "active" });
  await tx.update(providers).set({ state: "suspended" });
  expect(await subscription()).toMatchObject({ status: "suspended" });
  await expect(ask(tx, getSubscription, betty.actor, { providerId })).rejects.toMatchObject(notFound);
});

test("the history is the provider's own, for its admins", async ({ tx }) => {
  const { providerId, brett, betty } = await aBilledProvider(tx);
  const other = await aBilledProvider(tx, { name: "Other" });
  const stranger = await aProviderWith(tx, { boss: "provider_admin, confirmed" });
  for (const [clock, month] of [
    ["2026-10-01T06:00:00Z", "2026-09"],
    ["2026-11-01T06:00:00Z", "2026-10"],
  ] as const) {
    setClock(clock);
    await close(tx, month);
  }
  const { invoices: own } = await ask(tx, listInvoices, brett.actor, { providerId });
  expect(own).toMatchObject([
    { month: "2026-10", status: "open" },
    { month: "2026-09", status: "overdue" },
  ]);
  const invoiceId = own[0]?.id ?? "";
  expect(await ask(tx, getInvoice, brett.actor, { providerId, invoiceId })).toMatchObject({
    month: "2026-10",
    lines: [{ kind: "month" }, { kind: "month" }],
  });

  const theirs = (await ask(tx, listInvoices, other.brett.actor, { providerId: other.providerId })).invoices;
  const refused = async (actor: Actor, input: { providerId: ProviderId; invoiceId: string }) => {
    await expect(ask(tx, getInvoice, actor, input)).rejects.toMatchObject(notFound);
    await expect(ask(tx, listInvoiceClients, actor, input)).rejects.toMatchObject(notFound);
  };
  await refused(brett.actor, { providerId, invoiceId: theirs[0]?.id ?? "" });
  for (const { actor } of [betty, stranger.boss, other.brett])
    await refused(actor, { providerId, invoiceId });
  await expect(ask(tx, listInvoices, betty.actor, { providerId })).rejects.toMatchObject(notFound);
});
