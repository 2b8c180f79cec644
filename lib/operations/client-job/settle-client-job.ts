import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { clientJobRows, clientJobs } from "@/db/schema/client-jobs";
import type { AuditEvent } from "@/lib/domain/events";
import { mayCarryOut, SettleClientJob } from "@/lib/domain/provider/client-jobs";
import { personOf } from "@/lib/operations/account/access";
import { lockClients } from "@/lib/operations/client/internal/lock-clients";
import { assertAllowed, defineCommand } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { organization } from "@/lib/operations/locks";
import { doneEach, doneUnrecorded } from "@/lib/operations/outcome";
import { inProvider } from "@/lib/operations/provider/access";
import { clientJobsOver } from "@/lib/operations/provider/internal/client-jobs-over";

/**
 * Writes what became of one client of a job that a browser carries out, which is whoever's has begun it. Where a
 * blueprint was applied, both logs have said so already. A row that is settled stays as it is.
 */
export const settleClientJob = defineCommand({
  name: "client_job.settle",
  input: SettleClientJob,
  access: inProvider.use_blueprints,
  locks: ({ input: { organizationId } }) => [organization(organizationId)],
  async run({ tx, actor, input, now }) {
    const { providerId, jobId, organizationId, outcome } = input;
    const isJob = and(eq(clientJobs.providerId, providerId), eq(clientJobs.id, jobId));
    // Its counts say below whether this was the last one.
    const [job] = await tx.select().from(clientJobs).where(isJob).for("no key update");
    if (job?.kind !== "blueprint") throw new NotFound();
    assertAllowed(mayCarryOut(job.askedBy, personOf(actor)));
    const isRow = and(eq(clientJobRows.jobId, jobId), eq(clientJobRows.organizationId, organizationId));
    const [row] = await tx.select().from(clientJobRows).where(isRow);
    const [client] = await lockClients(tx, providerId, [organizationId]);
    if (!row || !client) throw new NotFound();
    if (row.doneAt || row.refusal) return doneUnrecorded(null, "another tab has settled it");

    await tx
      .update(clientJobRows)
      .set(outcome.kind === "done" ? { doneAt: now, result: outcome.result } : { refusal: outcome.refusal })
      .where(and(isRow, isNull(clientJobRows.doneAt), isNull(clientJobRows.refusal)));
    const told: AuditEvent[] = [];
    if (outcome.kind === "refused")
      told.push({
        type: "client.blueprint_not_applied",
        providerId,
        providerOrganizationId: client.providerOrganizationId,
        details: { client: client.name, why: outcome.refusal },
      });
    return doneEach(null, [...told, ...(await clientJobsOver(tx, [jobId]))], (event) => event);
  },
});
