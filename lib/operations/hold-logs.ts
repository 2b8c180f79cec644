import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { EventSubjects } from "@/lib/domain/event-subjects";

/** The log in which an event stands: its organization's, else its provider's, else that of the account. */
const logOf = ({ organizationId, providerId, userId }: EventSubjects) =>
  organizationId ?? providerId ?? userId ?? "instance";

/**
 * Takes the turn of each log that is about to be written to, until the commit. A number of the sequence is taken
 * before the commit: without turns, a reader could go on beyond a number whose commit comes late, and miss it.
 * Logs are held in one order, and last of all, so that two acts do not wait for each other.
 */
export async function holdLogs(tx: Tx, happened: readonly EventSubjects[]): Promise<void> {
  const logs = [...new Set(happened.map(logOf))].sort();
  if (logs.length === 0) return;
  const rows = sql.join(
    logs.map((log) => sql`(${log}::text)`),
    sql`, `,
  );
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(log.name, 0)) from (values ${rows}) as log (name)`,
  );
}
