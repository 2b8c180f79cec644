import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { POST } from "@/app/api/operator/provider-invitations/route";
import { closeSharedDatabase, openSharedDatabase } from "@/db/index";
import { events } from "@/db/schema/events";
import { providers } from "@/db/schema/providers";
import { usedBearers } from "@/db/schema/used-bearers";
import { parseEnvironment } from "@/lib/env";
import { isOperatorBearer, operatorBearer } from "@/lib/http/operator-bearer";

const path = "/api/operator/provider-invitations";
const email = "brett.warden@provider.example";
const body = JSON.stringify({ email, name: "My Provider", teamsSeats: 25, enterpriseSeats: 50 });
const dataDir = mkdtempSync(join(tmpdir(), "operator-"));
let db: Awaited<ReturnType<typeof openSharedDatabase>>;

beforeAll(async () => {
  db = await openSharedDatabase(parseEnvironment({ DATA_DIR: dataDir }));
});
afterAll(async () => {
  await closeSharedDatabase();
  rmSync(dataDir, { recursive: true });
});

const bearer = (now = new Date()) => `Bearer ${operatorBearer({ path, body }, now)}`;

const ask = (more: { authorization?: string; ip?: string; body?: string }) =>
  POST(
    new Request(`http://127.0.0.1:3000${path}`, {
      method: "POST",
      headers: { authorization: more.authorization ?? bearer(), "x-real-ip": more.ip ?? "127.0.0.1" },
      body: more.body ?? body,
    }),
  );

test("the command line invites a provider through the running server, and the log says who", async () => {
  const response = await ask({});
  expect(response.status).toBe(200);
  const [provider] = await db.select().from(providers);
  expect(provider).toMatchObject({ ownerEmail: email, name: "My Provider" });
  const [event] = await db.select().from(events).orderBy(events.sequence);
  expect(event).toMatchObject({ type: "provider.invited", actorKind: "operator", actorId: null });
});

test("a bearer works once", async () => {
  const authorization = bearer();
  const before = await db.$count(providers);
  const answers = await Promise.all(Array.from({ length: 5 }, () => ask({ authorization })));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404, 404, 404]);
  expect(await db.$count(providers)).toBe(before + 1);
  expect((await db.select().from(usedBearers)).every(({ hash }) => !authorization.includes(hash))).toBe(true);
});

const other = JSON.stringify({ email: "betty.warden@provider.example", teamsSeats: 0, enterpriseSeats: 0 });

test.each([
  ["without a bearer", { authorization: "" }],
  ["with another bearer", { authorization: `Bearer ${Date.now()}.${"A".repeat(43)}` }],
  ["with one of another request", { body: other }],
  ["with one of two minutes ago", { authorization: bearer(new Date(Date.now() - 120_000)) }],
  ["from another machine", { ip: "203.0.113.7" }],
])("%s there is nothing here", async (_how, request) => {
  const before = await db.$count(providers);
  expect((await ask(request)).status).toBe(404);
  expect(await db.$count(providers)).toBe(before);
});

test("what the command does not take is told", async () => {
  const broken = JSON.stringify({ email: "nobody", teamsSeats: -1, enterpriseSeats: 0 });
  const authorization = `Bearer ${operatorBearer({ path, body: broken }, new Date())}`;
  const response = await ask({ authorization, body: broken });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({
    failure: {
      code: "invalid",
      fields: { email: [{ code: "invalid_email" }] },
    },
  });
});

test("a bearer of another form is none", () => {
  for (const text of ["", "x", "1.2", `${"9".repeat(40)}.${"A".repeat(43)}`])
    expect(isOperatorBearer(text, { path, body }, new Date())).toBe(false);
});
