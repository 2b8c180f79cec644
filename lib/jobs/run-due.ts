import "server-only";
import type { z } from "zod";
import type { Database, Tx } from "@/db/client";
import { enqueue } from "@/lib/jobs/enqueue";
import { type Job, type JobRun, NotDone } from "@/lib/jobs/job";
import { LeaseLost, leaseOf, type Taken, takeDue } from "@/lib/jobs/lease";
import { nextAttempt } from "@/lib/jobs/retry";

/** More attempts than a day of failures has. Only a job that ends its process at each attempt comes to so many. */
const mostAttempts = 100;

export type RunOptions = {
  /** The clock. */
  now?: () => Date;
  /** False once the process is to stop: the job under way ends, and no other is taken. */
  goesOn?: () => boolean;
};

const clock = () => new Date();

/**
 * Runs the jobs of one kind that are due, one after another, and says how many there were.
 *
 * Each is taken past those that other processes are taking, and run outside of any transaction under a lease. A
 * process that dies leaves its job to be taken again once the lease is over.
 */
export async function runDue<Schema extends z.ZodType>(
  db: Database | Tx,
  job: Job<Schema>,
  { now = clock, goesOn = () => true }: RunOptions = {},
): Promise<number> {
  for (let ran = 0; ; ran++) {
    const taken = goesOn() ? await takeDue(db, job.kind, now()) : null;
    if (!taken) return ran;
    await runOne(db, job, taken, { now, goesOn });
  }
}

async function runOne<Schema extends z.ZodType>(
  db: Database | Tx,
  job: Job<Schema>,
  taken: Taken,
  { now, goesOn }: Required<RunOptions>,
): Promise<void> {
  const lease = leaseOf(db, taken);
  const progress = (done: number, total: number) =>
    lease.keep({ progressDone: done, progressTotal: total }, now());
  /** The end of one, and the next of a kind of which there is always one, are one transaction. */
  const end = (change: { finishedAt: Date; result: object | null } | { failedAt: Date }, error?: NotDone) =>
    db.transaction(async (tx) => {
      await lease.giveBack(tx, { ...change, payload: null, lastError: error?.reason ?? null });
      if (job.everyMs !== undefined) await enqueue(tx, [nextOf(job.kind, taken, job.everyMs, now())], now());
    });

  try {
    const outcome = await attempt(job, taken, { db, progress, goesOn });
    if (!(outcome instanceof NotDone)) return await end({ finishedAt: now(), result: outcome });
    const runAt =
      taken.attempts < mostAttempts && nextAttempt(taken, now(), Math.random(), outcome.retryAfterSeconds);
    if (runAt) await lease.giveBack(db, { runAt, lastError: outcome.reason });
    else await end({ failedAt: now() }, outcome);
  } catch (error) {
    if (!(error instanceof LeaseLost)) throw error;
  }
}

const nextOf = (kind: Taken["kind"], { name }: Taken, everyMs: number, now: Date) => ({
  kind,
  name,
  runAt: new Date(Number(now) + everyMs),
});

/**
 * Runs the job and returns its answer. After an error it is tried again later, unless another process has the
 * job by now.
 */
async function attempt<Schema extends z.ZodType>(
  job: Job<Schema>,
  taken: Taken,
  means: Pick<JobRun<unknown>, "db" | "progress" | "goesOn">,
): Promise<object | null | NotDone> {
  const { id, organizationId, providerId, actorKind, actorId, createdAt, attempts } = taken;
  if (attempts > mostAttempts) return new NotDone("never ended");
  try {
    return await job.run({
      ...means,
      id,
      tenant: { organizationId, providerId },
      askedBy: { kind: actorKind, id: actorId },
      payload: job.payload.parse(taken.payload),
      createdAt,
    });
  } catch (error) {
    if (error instanceof LeaseLost) throw error;
    return error instanceof NotDone ? error : new NotDone(kindOf(error));
  }
}

/** Only the kind of an error is kept, because its message may quote the payload. */
function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  return "code" in error ? `${error.name} ${error.code}` : error.name;
}
