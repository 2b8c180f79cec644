import { afterAll, beforeAll, expect, test } from "vitest";
import { jobs } from "@/db/schema/jobs";
import { openTestPostgres } from "@/db/testing";
import { runDue } from "@/lib/jobs/run-due";
import { type Letter, NotSent } from "@/lib/mail/letter";
import { mailJob } from "@/lib/mail/mail-job";
import { queueMail } from "@/lib/operations/mail/queue-mail";

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
