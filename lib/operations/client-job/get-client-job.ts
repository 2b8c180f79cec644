import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { clientJobRows, clientJobs } from "@/db/schema/client-jobs";
import { formerMembers } from "@/db/schema/former-members";
import { organizations } from "@/db/schema/organizations";
import { users } from "@/db/schema/users";
import { GetClientJob, mayCarryOut } from "@/lib/domain/provider/client-jobs";
import { personOf } from "@/lib/operations/account/access";
import { tagsOf } from "@/lib/operations/client/internal/provider-tags";
import { jobColumns } from "@/lib/operations/client-job/internal/job-columns";
import { NotFound } from "@/lib/operations/errors";
import { asTheyLeft } from "@/lib/operations/people/internal/called";
import { inProvider } from "@/lib/operations/provider/access";
import { defineQuery } from "@/lib/operations/query";

/** A job with what became of each of its clients: those that it did not fit first, then by name. */
export const getClientJob = defineQuery({
  name: "client_job.get",
  input: GetClientJob,
  access: inProvider.open_portal,
  async read({ tx, actor, input: { providerId, jobId } }) {
    const [job] = await tx
      .select({
        ...jobColumns,
        askedById: clientJobs.askedBy,
        tags: tagsOf(providerId),
      })
      .from(clientJobs)
      .leftJoin(users, eq(users.id, clientJobs.askedBy))
      .leftJoin(formerMembers, asTheyLeft(clientJobs.askedBy, clientJobs.providerId))
      .where(and(eq(clientJobs.providerId, providerId), eq(clientJobs.id, jobId)));
    if (!job) throw new NotFound();
    const rows = await tx
      .select({
        id: organizations.id,
        name: organizations.name,
        doneAt: clientJobRows.doneAt,
        refusal: clientJobRows.refusal,
        result: clientJobRows.result,
      })
      .from(clientJobRows)
      .innerJoin(organizations, eq(organizations.id, clientJobRows.organizationId))
      // They are of the provider of their job: a foreign key holds them to it.
      .where(eq(clientJobRows.jobId, jobId))
      .orderBy(asc(clientJobRows.refusal), asc(organizations.sortName), asc(organizations.id));
    const { askedById, ...shown } = job;
    /** Whether the viewer has begun it: then their browser goes on with what waits. */
    const isOwn = mayCarryOut(askedById, personOf(actor)).allowed;
    return { ...shown, isOwn, rows };
  },
});

export type ClientJob = Awaited<ReturnType<typeof getClientJob.read>>;
