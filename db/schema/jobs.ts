import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { principalKinds } from "@/lib/domain/actor";
import type { JobId, OrganizationId, ProviderId } from "@/lib/domain/ids";
import { jobKinds } from "@/lib/domain/job";
import { moment } from "./columns";
import { organizations } from "./organizations";
import { providers } from "./providers";

/** Work to be done outside of requests, written with the change that causes it and begun after the commit. */
export const jobs = pgTable(
  "jobs",
  {
    id: uuid().$type<JobId>().primaryKey().defaultRandom(),
    kind: text({ enum: jobKinds }).notNull(),
    /** Of unfinished jobs with one name there is one. Null where any number may wait. */
    name: text(),
    /** The tenant that it is done for, if any. What an organization waits for goes with it; invoices of a deleted provider are still collected. */
    organizationId: uuid()
      .$type<OrganizationId>()
      .references(() => organizations.id, { onDelete: "cascade" }),
    providerId: uuid()
      .$type<ProviderId>()
      .references(() => providers.id, { onDelete: "set null" }),
    /** On whose behalf: the instance itself, or who asked for it. */
    actorKind: text({ enum: principalKinds }).notNull().default("job"),
    actorId: uuid(),
    /** What its kind needs to do it; erased once it is over. */
    payload: jsonb(),
    progressDone: integer().notNull().default(0),
    progressTotal: integer(),
    result: jsonb(),
    createdAt: moment().notNull().defaultNow(),
    runAt: moment().notNull().defaultNow(),
    attempts: integer().notNull().default(0),
    /** Who works on it has it until then; after a crash it is free again. */
    leaseUntil: moment(),
    finishedAt: moment(),
    failedAt: moment(),
    lastError: text(),
  },
  (job) => [
    index("jobs_due").on(job.kind, job.runAt).where(sql`finished_at is null and failed_at is null`),
    uniqueIndex("jobs_one_at_a_time").on(job.name).where(sql`finished_at is null and failed_at is null`),
    index("jobs_of_organization").on(job.organizationId).where(sql`organization_id is not null`),
    index("jobs_of_provider").on(job.providerId).where(sql`provider_id is not null`),
    check(
      "jobs_over_keep_nothing",
      sql`num_nonnulls(${job.finishedAt}, ${job.failedAt}) = 0
        or (num_nonnulls(${job.finishedAt}, ${job.failedAt}) = 1 and num_nonnulls(${job.payload}, ${job.leaseUntil}) = 0)`,
    ),
  ],
);
