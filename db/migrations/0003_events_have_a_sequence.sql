DROP INDEX "events_of_organization";--> statement-breakpoint
DROP INDEX "events_of_provider";--> statement-breakpoint
DROP INDEX "events_of_actor";--> statement-breakpoint
ALTER TABLE "events" DROP CONSTRAINT "events_pkey";--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "sequence" bigint;--> statement-breakpoint
-- Events that are there are numbered in the order in which the log has shown them.
UPDATE "events" SET "sequence" = "numbered"."place"
  FROM (SELECT "id", row_number() OVER (ORDER BY "at", "id") AS "place" FROM "events") AS "numbered"
  WHERE "numbered"."id" = "events"."id";--> statement-breakpoint
ALTER TABLE "events" ALTER COLUMN "sequence" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "events" ADD PRIMARY KEY ("sequence");--> statement-breakpoint
ALTER TABLE "events" ALTER COLUMN "sequence" ADD GENERATED ALWAYS AS IDENTITY (sequence name "events_sequence_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1);--> statement-breakpoint
SELECT setval('events_sequence_seq', (SELECT coalesce(max("sequence"), 0) + 1 FROM "events"), false);--> statement-breakpoint
CREATE INDEX "events_of_organization" ON "events" USING btree ("organization_id","sequence") WHERE organization_id is not null;--> statement-breakpoint
CREATE INDEX "events_of_provider" ON "events" USING btree ("provider_id","sequence") WHERE provider_id is not null and organization_id is null;--> statement-breakpoint
CREATE INDEX "events_of_actor" ON "events" USING btree ("actor_id","sequence") WHERE actor_id is not null;--> statement-breakpoint
ALTER TABLE "events" DROP COLUMN "id";