import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Stripe from "stripe";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { closeSharedDatabase, openSharedDatabase } from "@/db/index";
import { gatewayEvents } from "@/db/schema/billing-gateway";
import { events } from "@/db/schema/events";
import { invoices } from "@/db/schema/invoices";
import { operatorActor } from "@/lib/domain/actor";
import type { closeMonth } from "@/lib/operations/billing/close-month";

const secret = "whsec_of_the_test";
const dataDir = mkdtempSync(join(tmpdir(), "stripe-"));
const settings = { DATA_DIR: dataDir, STRIPE_SECRET_KEY: "sk_test_x", STRIPE_WEBHOOK_SECRET: secret };
let db: Awaited<ReturnType<typeof openSharedDatabase>>;
let POST: (request: Request) => Promise<Response>;
let close: (month: string) => Promise<string>;

// The settings are read once, with the first module that asks for them.
beforeAll(async () => {
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  const { parseEnvironment } = await import("@/lib/env");
  db = await openSharedDatabase(parseEnvironment(settings));
  ({ POST } = await import("@/app/api/billing/stripe/route"));
  const { execute } = await import("@/lib/operations/command");
  const closing: { closeMonth: typeof closeMonth } = await import("@/lib/operations/billing/close-month");
  const { aBilledProvider } = await import("@/test/billing");
  await db.transaction((tx) => aBilledProvider(tx, { since: "2026-01-01T00:00:00Z" }));
  close = async (month) => {
    await execute(db, closing.closeMonth, operatorActor(), { month });
    const made = (await db.select().from(invoices)).find((invoice) => invoice.month === month);
    return made?.id ?? "";
  };
}, 120_000);
afterAll(async () => {
  await closeSharedDatabase();
  vi.unstubAllEnvs();
  rmSync(dataDir, { recursive: true });
});

const { webhooks } = new Stripe("unused");
let told = 0;

const eventOf = (type: string, invoiceId: string, id = `evt_${++told}`) =>
  JSON.stringify({
    ...{ id, object: "event", type, created: 1_793_000_000 },
    data: { object: { id: `in_${invoiceId}`, object: "invoice", metadata: { invoiceId } } },
  });

function tell(
  body: string,
  more: { signature?: string; signed?: string; at?: number; secret?: string } = {},
) {
  const timestamp = more.at ?? Math.floor(Date.now() / 1000);
  const made = webhooks.generateTestHeaderString({
    ...{ payload: more.signed ?? body, secret: more.secret ?? secret, timestamp },
  });
  const headers = { "content-type": "application/json", "stripe-signature": more.signature ?? made };
  return POST(new Request("http://127.0.0.1:3000/api/billing/stripe", { method: "POST", headers, body }));
}

const statusOf = async (id: string) =>
  (await db.select().from(invoices)).find((one) => one.id === id)?.status;

test("what Stripe says was paid is paid, and the provider's log says so", async () => {
  const id = await close("2026-01");
  expect((await tell(eventOf("invoice.paid", id))).status).toBe(200);
  expect(await statusOf(id)).toBe("paid");
  const settled = (await db.select().from(events).orderBy(events.sequence)).filter(
    ({ type }) => type === "provider.invoice_settled",
  );
  expect(settled).toMatchObject([{ actorKind: "job", details: { outcome: "paid" } }]);
});

test("the same event again changes nothing", async () => {
  const id = await close("2026-02");
  const body = eventOf("invoice.marked_uncollectible", id);
  const before = await db.$count(events);
  expect((await tell(body)).status).toBe(200);
  expect(await db.$count(events)).toBe(before + 1);
  const twice = await Promise.all([tell(body), tell(body), tell(body)]);
  expect(twice.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(await db.$count(events)).toBe(before + 1);
});

test("what comes out of order changes nothing: what was paid stays paid", async () => {
  const id = await close("2026-03");
  for (const type of ["invoice.paid", "invoice.marked_uncollectible", "invoice.voided", "invoice.finalized"])
    expect((await tell(eventOf(type, id))).status).toBe(200);
  expect(await statusOf(id)).toBe("paid");
});

test("what was given up may be paid after all", async () => {
  const id = await close("2026-04");
  await tell(eventOf("invoice.marked_uncollectible", id));
  expect(await statusOf(id)).toBe("uncollectible");
  await tell(eventOf("invoice.paid", id));
  expect(await statusOf(id)).toBe("paid");
});

test("without the right signature nothing is taken", async () => {
  const id = await close("2026-05");
  const body = eventOf("invoice.paid", id);
  const before = await db.$count(gatewayEvents);
  const old = Math.floor(Date.now() / 1000) - 600;
  const wrong = [
    { signature: "" },
    { signature: "t=1,v1=00" },
    { secret: "whsec_of_somebody_else" },
    { signed: `${body} ` },
    { at: old },
  ];
  for (const how of wrong) expect((await tell(body, how)).status).toBe(400);
  expect(await statusOf(id)).toBe("open");
  expect(await db.$count(gatewayEvents)).toBe(before);
});

test("what is about no invoice of ours is taken and forgotten", async () => {
  const nobodys = "00000000-0000-4000-8000-000000000000";
  for (const body of [
    eventOf("invoice.paid", nobodys),
    JSON.stringify({ id: "evt_x", object: "event", type: "charge.failed", data: { object: {} } }),
  ])
    expect((await tell(body)).status).toBe(200);
});
