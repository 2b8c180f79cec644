import "server-only";
import { and, asc, eq, isNull, lte, or, sql } from "drizzle-orm";
import type { Database, Tx } from "@/db/client";
import { jobs } from "@/db/schema/jobs";
import type { JobKindName } from "@/lib/domain/job";

const leaseMs = 5 * 60 * 1000;

export type Taken = typeof jobs.$inferSelect;
type Change = Partial<typeof jobs.$inferInsert>;

/** This process held the job for too long, and another process may have begun it anew. */
export class LeaseLost extends Error {
  override name = "LeaseLost";
}

const leaseFrom = (now: Date) => new Date(Number(now) + leaseMs);

/** Takes the job of a kind that has been due for longest, past those that others are taking. One statement. */
export async function takeDue(db: Database | Tx, kind: JobKindName, now: Date): Promise<Taken | null> {
  const due = db
    .select({ id: jobs.id })
    .from(jobs)
    .where(
      and(
        eq(jobs.kind, kind),
        isNull(jobs.finishedAt),
        isNull(jobs.failedAt),
        lte(jobs.runAt, now),
        or(isNull(jobs.leaseUntil), lte(jobs.leaseUntil, now)),
      ),
    )
    .orderBy(asc(jobs.runAt), asc(jobs.id))
    .limit(1)
    .for("update", { skipLocked: true });
  const [taken] = await db
    .update(jobs)
    .set({ leaseUntil: leaseFrom(now), attempts: sql`${jobs.attempts} + 1` })
    .where(eq(jobs.id, due))
    .returning();
  return taken ?? null;
}

export type Lease = {
  /** Writes to the job and keeps it for five minutes more. */
  keep: (change: Change, now: Date) => Promise<void>;
  /** Writes to the job and gives it back. */
  giveBack: (db: Database | Tx, change: Change) => Promise<void>;
};

/**
 * The hold of this process on a job that it has taken.
 *
 * @throws {LeaseLost} from either, when the time was over and another process has taken the job. Nothing is written.
 */
export function leaseOf(db: Database | Tx, { id, leaseUntil }: Taken): Lease {
  let until = leaseUntil;
  const write = async (tx: Database | Tx, change: Change & { leaseUntil: Date | null }) => {
    if (!until) throw new LeaseLost();
    const written = await tx
      .update(jobs)
      .set(change)
      .where(and(eq(jobs.id, id), eq(jobs.leaseUntil, until)))
      .returning({ id: jobs.id });
    if (written.length === 0) throw new LeaseLost();
    until = change.leaseUntil;
  };
  return {
    keep: (change, now) => write(db, { ...change, leaseUntil: leaseFrom(now) }),
    giveBack: (tx, change) => write(tx, { ...change, leaseUntil: null }),
  };
}
