import "server-only";
import { sql } from "drizzle-orm";
import type { Database, Tx } from "@/db/client";
import { jobs } from "@/db/schema/jobs";

type Row = typeof jobs.$inferInsert;

/** A job as it is asked for. With a name there is one at a time: the one that waits becomes due earlier, if asked. */
export type NewJob = Pick<Row, "kind"> &
  Partial<
    Pick<Row, "id" | "name" | "organizationId" | "providerId" | "actorKind" | "actorId" | "payload" | "runAt">
  >;

/** Writes jobs, in one statement, in the transaction of what causes them. They begin after the commit or never. */
export async function enqueue(db: Database | Tx, asked: readonly NewJob[], now: Date): Promise<void> {
  if (asked.length === 0) return;
  await db
    .insert(jobs)
    .values(asked.map((job) => ({ createdAt: now, runAt: now, ...job })))
    .onConflictDoUpdate({
      target: jobs.name,
      targetWhere: sql`finished_at is null and failed_at is null`,
      set: { runAt: sql`least(${jobs.runAt}, excluded.run_at)` },
    });
}
