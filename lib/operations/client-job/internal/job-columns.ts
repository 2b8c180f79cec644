import "server-only";
import { sql } from "drizzle-orm";
import { blueprints } from "@/db/schema/blueprints";
import { clientJobRows, clientJobs } from "@/db/schema/client-jobs";
import type { EncString } from "@/lib/crypto/types";
import { called } from "@/lib/operations/people/internal/called";

/**
 * What is shown of a job as a whole. The select joins the account that has asked for it, and what they were called as they
 * left the team.
 */
export const jobColumns = {
  id: clientJobs.id,
  work: clientJobs.work,
  /** The sealed name of the blueprint that is applied; null where none is, and where it is gone by now. */
  blueprintName: sql<EncString | null>`(
    select ${blueprints.name} from ${blueprints}
    where ${blueprints.providerId} = ${clientJobs.providerId}
      and ${blueprints.id} = (${clientJobs.work} ->> 'blueprintId')::uuid)`,
  askedAt: clientJobs.askedAt,
  askedBy: called,
  clients: clientJobs.clients,
  done: clientJobs.done,
  refused: clientJobs.refused,
  /** Those that were as asked already, which count as done. */
  asBefore: sql<number>`(
    select count(*)::integer from ${clientJobRows} as of_job
    where of_job.job_id = ${clientJobs.id} and ${clientJobs.kind} <> 'blueprint' and of_job.done_at is not null
      and (of_job.result ? 'asBefore' or of_job.result -> 'from' = of_job.result -> 'to'))`,
};
