import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import type { ClientJobId, OrganizationId, ProviderId, UserId } from "@/lib/domain/ids";
import {
  type BlueprintResult,
  type ClientWork,
  clientJobKinds,
  type RefusedResult,
  type SeatResult,
  type TagResult,
} from "@/lib/domain/provider/client-jobs";
import type { Refusal } from "@/lib/domain/refusal";
import { moment } from "./columns";
import { providerOrganizations } from "./provider-organizations";
import { providers } from "./providers";

/** One act over several clients (decision 98). */
export const clientJobs = pgTable(
  "client_jobs",
  {
    /** Made by the browser, so that what is sent twice is done once. */
    id: uuid().$type<ClientJobId>().primaryKey(),
    providerId: uuid()
      .$type<ProviderId>()
      .notNull()
      .references(() => providers.id, { onDelete: "cascade" }),
    kind: text({ enum: clientJobKinds }).notNull(),
    work: jsonb().$type<ClientWork>().notNull(),
    /** Who asked for it. The id outlives its account. */
    askedBy: uuid().$type<UserId>().notNull(),
    askedAt: moment().notNull().defaultNow(),
    /** Counted by the database: all of its clients, those that it was done to, and those that it did not fit. */
    clients: integer().notNull().default(0),
    done: integer().notNull().default(0),
    refused: integer().notNull().default(0),
  },
  (job) => [
    unique("client_jobs_of_provider").on(job.providerId, job.id),
    index("client_jobs_by_age").on(job.providerId, job.askedAt, job.id),
    index("client_jobs_over").on(job.askedAt),
  ],
);

/** What became of one client: done, or why not; neither while it waits for a browser that holds the keys for it. */
export const clientJobRows = pgTable(
  "client_job_rows",
  {
    jobId: uuid().$type<ClientJobId>().notNull(),
    providerId: uuid().$type<ProviderId>().notNull(),
    organizationId: uuid().$type<OrganizationId>().notNull(),
    doneAt: moment(),
    refusal: text().$type<Refusal>(),
    /** Of seats: how many the client had and has, or the numbers of why not. Of a tag: that it was so before. Of a blueprint: what was made. */
    result: jsonb().$type<SeatResult | RefusedResult | TagResult | BlueprintResult>(),
  },
  (row) => [
    primaryKey({ columns: [row.jobId, row.organizationId] }),
    foreignKey({
      name: "client_job_rows_of_job",
      columns: [row.providerId, row.jobId],
      foreignColumns: [clientJobs.providerId, clientJobs.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "client_job_rows_of_own_client",
      columns: [row.providerId, row.organizationId],
      foreignColumns: [providerOrganizations.providerId, providerOrganizations.organizationId],
    }).onDelete("cascade"),
    index("client_job_rows_of_client").on(row.providerId, row.organizationId),
    check("client_job_rows_are_done_or_refused", sql`num_nonnulls(${row.doneAt}, ${row.refusal}) <= 1`),
  ],
);
