import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { jobs } from "@/db/schema/jobs";
import { rateLimits } from "@/db/schema/rate-limits";
import { askForSweep } from "@/lib/background/sweep";
import { jobActor } from "@/lib/domain/actor";
import { defineJob } from "@/lib/jobs/job";
import { runDue } from "@/lib/jobs/run-due";
import { type Letter, NotSent } from "@/lib/mail/letter";
import { mailJob } from "@/lib/mail/mail-job";
import { execute } from "@/lib/operations/command";
import { queueMail } from "@/lib/operations/mail/internal/queue-mail";
import { sweep } from "@/lib/operations/sweep/sweep";
import { openTestPostgres } from "@/test/database";

let postgres: Awaited<ReturnType<typeof openTestPostgres>>;
beforeAll(async () => {
  postgres = await openTestPostgres();
});
afterAll(() => postgres.drop());

test("three workers send two hundred mails, each once", async () => {
  const { db } = postgres;
  const now = new Date();
  await db.transaction(async (tx) => {
    for (let number = 0; number < 200; number++) {
      const recipient = { email: `member.${number}@client.example`, locale: "en" as const };
      await queueMail(tx, recipient, { kind: "provider.removed", providerName: "My Provider" }, now);
    }
  });

  const accepted: string[] = [];
  // Each letter fails the first time in one of three, so that retries race as well.
  const refusedOnce = new Set<string>();
  const transport = async ({ to, key }: Letter) => {
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 4));
    if (to.includes("3") && !refusedOnce.has(key)) {
      refusedOnce.add(key);
      throw new NotSent("application_error 500");
    }
    accepted.push(to);
  };

  const worker = (at: Date) => runDue(db, mailJob(transport), { now: () => at });
  const anHourLater = new Date(Number(now) + 60 * 60 * 1000);
  await Promise.all([worker(now), worker(now), worker(now)]);
  await Promise.all([worker(anHourLater), worker(anHourLater), worker(anHourLater)]);

  expect(accepted).toHaveLength(200);
  expect(new Set(accepted).size).toBe(200);
  const rows = await db.select().from(jobs);
  expect(
    rows.filter(({ finishedAt, payload, leaseUntil }) => finishedAt && !payload && !leaseUntil),
  ).toHaveLength(200);
}, 120_000);

test("of a job with a name there is one at a time, however many processes ask and run", async () => {
  const { db } = postgres;
  const begun: string[] = [];
  let atOnce = 0;
  const job = defineJob({
    kind: "sweep",
    payload: z.null(),
    everyMs: 60_000,
    async run({ id }) {
      atOnce += 1;
      begun.push(id);
      expect(atOnce).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 5));
      atOnce -= 1;
      return null;
    },
  });
  const process = async () => {
    await askForSweep(db, new Date());
    await runDue(db, job);
    await askForSweep(db, new Date());
    await runDue(db, job);
  };
  await Promise.all(Array.from({ length: 8 }, process));

  expect(new Set(begun).size).toBe(begun.length);
  const rows = await db.select().from(jobs).where(eq(jobs.name, "sweep"));
  expect(rows.filter(({ finishedAt }) => !finishedAt)).toHaveLength(1);
  expect(rows.every(({ lastError }) => lastError === null)).toBe(true);
}, 60_000);

test("sweepers beside each other take each row away once, and none breaks off", async () => {
  const { db } = postgres;
  const over = new Date(Date.now() - 60_000);
  const rows = Array.from({ length: 2000 }, (_, place) => ({
    key: `over ${place}`,
    points: 1,
    expiresAt: over,
  }));
  await db.insert(rateLimits).values(rows);
  const sweepAll = async () => {
    let taken = 0;
    for (let count = 1; count > 0; taken += count)
      ({ count } = await execute(db, sweep, jobActor(), { what: "rate_limits" }));
    return taken;
  };
  const taken = await Promise.all([sweepAll(), sweepAll(), sweepAll()]);
  expect(taken.reduce((sum, count) => sum + count)).toBe(2000);
}, 60_000);
