import "server-only";
import { and, eq, isNotNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { clientJobRows, clientJobs } from "@/db/schema/client-jobs";
import type { ClientJobId, ProviderId } from "@/lib/domain/ids";
import { mayCarryOut, RetryClientJob } from "@/lib/domain/provider/client-jobs";
import { purchasesSeats } from "@/lib/domain/provider/seats";
import { personOf } from "@/lib/operations/account/access";
import { lockClients } from "@/lib/operations/client/internal/lock-clients";
import { becameRows } from "@/lib/operations/client-job/internal/became-rows";
import { doWork } from "@/lib/operations/client-job/internal/do-work";
import { assertAllowed, defineCommand } from "@/lib/operations/command";
import { NotFound, Refused } from "@/lib/operations/errors";
import { organization, seatsOf } from "@/lib/operations/locks";
import { doneEach } from "@/lib/operations/outcome";
import { inProvider, placeOf } from "@/lib/operations/provider/access";

/**
 * Does a job's work once more to the clients that it did not fit. What was done stays as it is. Work of a browser waits
 * again, and only whoever has begun it begins it again.
 */
export const retryClientJob = defineCommand({
  name: "client_job.retry",
  input: RetryClientJob,
  access: inProvider.administer_clients,
  // The work of a job is never changed, so it is known before anything is held.
  locks: async ({ tx, input }) => [
    ...((await theJob(tx, input))[0]?.work.kind === "seats" ? [seatsOf(input.providerId)] : []),
    ...(await refusedOf(tx, input)).map(({ id }) => organization(id)),
  ],
  async run({ tx, actor, input, standing, now }) {
    const { providerId, jobId, confirmed } = input;
    const [job] = await theJob(tx, input);
    if (!job) throw new NotFound();
    const userId = personOf(actor);
    if (job.work.kind === "blueprint") assertAllowed(mayCarryOut(job.askedBy, userId));
    const refused = await refusedOf(tx, input);
    if (refused.length === 0) throw new Refused("nothing_to_retry");

    const clients = await lockClients(
      tx,
      providerId,
      refused.map(({ id }) => id),
    );
    const by = { userId, purchases: purchasesSeats(placeOf(standing)) };
    const { rows, events } = await doWork({ tx, providerId, clients, work: job.work, confirmed, by, now });
    const ofJob = eq(clientJobRows.jobId, jobId);
    if (rows.length > 0)
      await tx
        .update(clientJobRows)
        .set({
          doneAt: sql`became.done_at`,
          refusal: sql`became.refusal`,
          result: sql`became.result`,
        })
        .from(becameRows(rows))
        .where(and(ofJob, eq(clientJobRows.organizationId, sql`became.id`)));
    return doneEach({ jobId }, events, (event) => event);
  },
});

type JobRef = { providerId: ProviderId; jobId: ClientJobId };

const theJob = (tx: Tx, { providerId, jobId }: JobRef) =>
  tx
    .select({ work: clientJobs.work, askedBy: clientJobs.askedBy })
    .from(clientJobs)
    .where(and(eq(clientJobs.providerId, providerId), eq(clientJobs.id, jobId)));

const refusedOf = (tx: Tx, { providerId, jobId }: JobRef) =>
  tx
    .select({ id: clientJobRows.organizationId })
    .from(clientJobRows)
    .where(
      and(
        eq(clientJobRows.providerId, providerId),
        eq(clientJobRows.jobId, jobId),
        isNotNull(clientJobRows.refusal),
      ),
    );
