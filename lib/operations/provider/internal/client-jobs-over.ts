import "server-only";
import { and, asc, eq, gte, inArray, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { clientJobRows, clientJobs } from "@/db/schema/client-jobs";
import type { AuditEvent } from "@/lib/domain/events";
import type { ClientJobId, OrganizationId, ProviderId } from "@/lib/domain/ids";

/** What the log says of those jobs of which no client waits any more. */
export async function clientJobsOver(tx: Tx, jobIds: readonly ClientJobId[]): Promise<AuditEvent[]> {
  if (jobIds.length === 0) return [];
  const over = await tx
    .select()
    .from(clientJobs)
    .where(
      and(
        inArray(clientJobs.id, [...jobIds]),
        gte(sql`${clientJobs.done} + ${clientJobs.refused}`, clientJobs.clients),
      ),
    )
    .orderBy(asc(clientJobs.askedAt), asc(clientJobs.id));
  return over.map(({ providerId, kind, done: count, refused }) => ({
    type: "provider.client_job_done",
    providerId,
    details: { job: kind, count, refused },
  }));
}

/**
 * Takes a client that goes out of the jobs that wait for it: nothing will be done to it there, and the last one that
 * waits would hold its job open for ever.
 *
 * @returns what the provider's log says of the jobs that are over with it.
 */
export async function leaveClientJobs(
  tx: Tx,
  { providerId, organizationId }: { providerId: ProviderId; organizationId: OrganizationId },
): Promise<AuditEvent[]> {
  const left = await tx
    .delete(clientJobRows)
    .where(
      and(
        eq(clientJobRows.providerId, providerId),
        eq(clientJobRows.organizationId, organizationId),
        isNull(clientJobRows.doneAt),
        isNull(clientJobRows.refusal),
      ),
    )
    .returning({ jobId: clientJobRows.jobId });
  return clientJobsOver(
    tx,
    left.map(({ jobId }) => jobId),
  );
}
