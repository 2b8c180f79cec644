import "server-only";
import { eq } from "drizzle-orm";
import { clientJobRows, clientJobs } from "@/db/schema/client-jobs";
import { BeginClientJob } from "@/lib/domain/provider/client-jobs";
import { purchasesSeats } from "@/lib/domain/provider/seats";
import { personOf } from "@/lib/operations/account/access";
import { lockClients } from "@/lib/operations/client/internal/lock-clients";
import { doWork } from "@/lib/operations/client-job/internal/do-work";
import { defineCommand } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { organization, seatsOf } from "@/lib/operations/locks";
import { madeBefore } from "@/lib/operations/made-before";
import { doneEach, doneUnrecorded } from "@/lib/operations/outcome";
import { inProvider, placeOf } from "@/lib/operations/provider/access";

/**
 * Does one thing to several clients, and keeps what became of each as a job. What needs keys waits in it for the
 * browser. An id that is none of the provider's clients refuses the whole; a client that it does not fit is told, and
 * the others are done.
 */
export const beginClientJob = defineCommand({
  name: "client_job.begin",
  input: BeginClientJob,
  access: inProvider.administer_clients,
  locks: ({ input: { providerId, organizationIds, work } }) => [
    ...(work.kind === "seats" ? [seatsOf(providerId)] : []),
    ...organizationIds.map(organization),
  ],
  async run({ tx, actor, input, standing, now }) {
    const { providerId, jobId, organizationIds, work, confirmed } = input;
    const sameId = await tx.select().from(clientJobs).where(eq(clientJobs.id, jobId));
    if (madeBefore(sameId, (job) => job.providerId === providerId))
      return doneUnrecorded({ jobId }, "an earlier try has done it");
    const clients = await lockClients(tx, providerId, organizationIds);
    if (clients.length !== new Set(organizationIds).size) throw new NotFound();

    const by = { userId: personOf(actor), purchases: purchasesSeats(placeOf(standing)) };
    const { rows, events } = await doWork({ tx, providerId, clients, work, confirmed, by, now });
    await tx
      .insert(clientJobs)
      .values({ id: jobId, providerId, kind: work.kind, work, askedBy: by.userId, askedAt: now });
    await tx.insert(clientJobRows).values(rows.map((row) => ({ ...row, jobId, providerId })));
    return doneEach({ jobId }, events, (event) => event);
  },
});
