import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { jobs } from "@/db/schema/jobs";
import { enqueue } from "@/lib/jobs/enqueue";
import { defineJob, type JobRun, NotDone } from "@/lib/jobs/job";
import { runDue } from "@/lib/jobs/run-due";
import { test } from "@/test/database";

const start = new Date("2026-11-22T09:00:00Z");
const after = (minutes: number) => new Date(Number(start) + minutes * 60_000);

const payload = z.object({ of: z.string() });
type Work = JobRun<z.output<typeof payload>>;

const aJob = (run: (job: Work) => Promise<object | null>, everyMs?: number) =>
  defineJob({ kind: "sweep", payload, run, ...(everyMs !== undefined && { everyMs }) });
const at = (date: Date) => ({ now: () => date });
const ask = (tx: Tx, name: string | null = null, runAt = start) =>
  enqueue(tx, [{ kind: "sweep", name, payload: { of: "things" }, runAt }], start);
const rows = (tx: Tx) => tx.select().from(jobs).orderBy(jobs.runAt);

test("a job keeps what it answered and how far it came, and nothing of its payload", async ({ tx }) => {
  await ask(tx);
  const job = aJob(async ({ payload, progress }) => {
    await progress(3, 4);
    return { found: payload.of };
  });
  expect(await runDue(tx, job, at(after(-1)))).toBe(0);
  expect(await runDue(tx, job, at(start))).toBe(1);
  expect(await rows(tx)).toMatchObject([
    { result: { found: "things" }, progressDone: 3, progressTotal: 4, payload: null, finishedAt: start },
  ]);
});

test("of a job with a name one waits, and becomes due earlier when it is asked for", async ({ tx }) => {
  await ask(tx, "sweep", after(60));
  await ask(tx, "sweep", after(5));
  await ask(tx, "sweep", after(30));
  await ask(tx);
  await ask(tx);
  expect((await rows(tx)).map(({ name, runAt }) => [name, runAt])).toEqual([
    [null, start],
    [null, start],
    ["sweep", after(5)],
  ]);
});

test("the end of one writes the next, whether it was done or given up", async ({ tx }) => {
  await ask(tx, "sweep");
  const hour = 60 * 60_000;
  await runDue(
    tx,
    aJob(async () => null, hour),
    at(start),
  );
  expect(await rows(tx)).toMatchObject([
    { name: "sweep", finishedAt: start },
    { name: "sweep", finishedAt: null, runAt: after(60) },
  ]);
  // The payload that it lacks is a failure like any other.
  await tx
    .update(jobs)
    .set({ createdAt: after(-24 * 60) })
    .where(eq(jobs.runAt, after(60)));
  await runDue(
    tx,
    aJob(async () => null, hour),
    at(after(60)),
  );
  expect(await rows(tx)).toMatchObject([
    { finishedAt: start },
    { failedAt: after(60), lastError: "ZodError" },
    { finishedAt: null, failedAt: null, runAt: after(120) },
  ]);
});

test("a job that fails is tried again later, and says why in words of its kind alone", async ({ tx }) => {
  await ask(tx);
  await runDue(
    tx,
    aJob(async () => Promise.reject(new TypeError("things"))),
    at(start),
  );
  expect(await rows(tx)).toMatchObject([{ lastError: "TypeError", attempts: 1, leaseUntil: null }]);
  expect(
    await runDue(
      tx,
      aJob(async () => null),
      at(start),
    ),
  ).toBe(0);

  await runDue(
    tx,
    aJob(async () => Promise.reject(new NotDone("asked 429", 600))),
    at(after(1)),
  );
  expect(await rows(tx)).toMatchObject([{ lastError: "asked 429", runAt: after(11) }]);
  expect(
    await runDue(
      tx,
      aJob(async () => null),
      at(after(11)),
    ),
  ).toBe(1);
});

test("a job whose process dies each time is given up", async ({ tx }) => {
  await ask(tx);
  let begun = 0;
  const job = aJob(async () => {
    begun += 1;
    return null;
  });
  await tx.update(jobs).set({ attempts: 100, leaseUntil: after(-1) });
  await runDue(tx, job, at(start));
  expect(begun).toBe(0);
  expect(await rows(tx)).toMatchObject([{ failedAt: start, lastError: "never ended", payload: null }]);
});

test("a lease is kept by progress, and whoever has lost it writes nothing", async ({ tx }) => {
  await ask(tx);
  let clock = start;
  const others: number[] = [];
  const slow = aJob(async ({ progress }) => {
    clock = after(4);
    await progress(1, 2);
    others.push(
      await runDue(
        tx,
        aJob(async () => ({ by: "another" })),
        at(after(8)),
      ),
    );
    others.push(
      await runDue(
        tx,
        aJob(async () => ({ by: "another" })),
        at(after(9)),
      ),
    );
    await progress(2, 2);
    return { by: "the first" };
  });
  await runDue(tx, slow, { now: () => clock });
  expect(others).toEqual([0, 1]);
  expect(await rows(tx)).toMatchObject([{ result: { by: "another" }, attempts: 2, progressDone: 1 }]);
});

test("a row that is over cannot keep a payload or a lease, whatever the code does", async ({ tx }) => {
  await ask(tx);
  const leave = (set: Partial<typeof jobs.$inferInsert>) =>
    tx
      .transaction((inner) => inner.update(jobs).set(set))
      .then(
        () => "kept",
        (error: { cause?: { constraint?: string } }) => error.cause?.constraint,
      );
  expect(await leave({ finishedAt: start })).toBe("jobs_over_keep_nothing");
  expect(await leave({ failedAt: start, payload: null, leaseUntil: start })).toBe("jobs_over_keep_nothing");
  expect(await leave({ failedAt: start, payload: null })).toBe("kept");
});
