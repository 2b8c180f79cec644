CREATE TABLE "jobs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"name" text,
	"organization_id" uuid,
	"provider_id" uuid,
	"actor_kind" text DEFAULT 'job' NOT NULL,
	"actor_id" uuid,
	"payload" jsonb,
	"progress_done" integer DEFAULT 0 NOT NULL,
	"progress_total" integer,
	"result" jsonb,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"run_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"lease_until" timestamp (3) with time zone,
	"finished_at" timestamp (3) with time zone,
	"failed_at" timestamp (3) with time zone,
	"last_error" text,
	CONSTRAINT "jobs_over_keep_nothing" CHECK (num_nonnulls("jobs"."finished_at", "jobs"."failed_at") = 0
        or (num_nonnulls("jobs"."finished_at", "jobs"."failed_at") = 1 and num_nonnulls("jobs"."payload", "jobs"."lease_until") = 0))
);
--> statement-breakpoint
-- Mail that waits goes on as a job with its id, under which it is sealed. Of mail that is over only the row stays.
INSERT INTO "jobs" ("id", "kind", "payload", "created_at", "run_at", "attempts", "lease_until", "finished_at", "failed_at", "last_error")
  SELECT "id", 'mail',
    CASE WHEN coalesce("sent_at", "failed_at") IS NULL THEN jsonb_build_object('mail', "kind", 'recipient', "recipient", 'sealed', "payload") END,
    "created_at", "run_at", "attempts",
    CASE WHEN coalesce("sent_at", "failed_at") IS NULL THEN "locked_until" END,
    "sent_at", CASE WHEN "sent_at" IS NULL THEN "failed_at" END, "last_error"
  FROM "outbox";--> statement-breakpoint
DROP TABLE "outbox" CASCADE;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "proven_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_provider_id_providers_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."providers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "jobs_due" ON "jobs" USING btree ("kind","run_at") WHERE finished_at is null and failed_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "jobs_one_at_a_time" ON "jobs" USING btree ("name") WHERE finished_at is null and failed_at is null;--> statement-breakpoint
CREATE INDEX "jobs_of_organization" ON "jobs" USING btree ("organization_id") WHERE organization_id is not null;--> statement-breakpoint
CREATE INDEX "jobs_of_provider" ON "jobs" USING btree ("provider_id") WHERE provider_id is not null;--> statement-breakpoint
CREATE INDEX "client_visits_of_session" ON "client_visits" USING btree ("session_id");