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
ALTER TABLE "events" DROP COLUMN "id";--> statement-breakpoint
CREATE TABLE "seat_ledger" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "seat_ledger_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp (3) with time zone NOT NULL,
	"provider_id" uuid NOT NULL,
	"organization_id" uuid,
	"plan" text NOT NULL,
	"actor_id" uuid,
	"reason" text NOT NULL,
	"seats_before" integer NOT NULL,
	"seats_after" integer NOT NULL,
	"monthly_price" integer NOT NULL,
	CONSTRAINT "seat_ledger_counts" CHECK ("seat_ledger"."seats_before" >= 0 and "seat_ledger"."seats_after" >= 0)
);
--> statement-breakpoint
CREATE INDEX "seat_ledger_of_provider" ON "seat_ledger" USING btree ("provider_id","id");--> statement-breakpoint
CREATE INDEX "seat_ledger_of_organization" ON "seat_ledger" USING btree ("organization_id","id");--> statement-breakpoint
CREATE FUNCTION refuse_change_of_ledger() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the seat ledger is not changed, only written to';
END;
$$;
--> statement-breakpoint
CREATE TRIGGER "seat_ledger_is_not_changed" BEFORE UPDATE OR DELETE OR TRUNCATE ON "seat_ledger"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_ledger();
--> statement-breakpoint
-- What stands there already is where the ledger begins; how it came to be cannot be known any more.
INSERT INTO "seat_ledger" ("at", "provider_id", "organization_id", "plan", "reason", "seats_before", "seats_after", "monthly_price")
  SELECT now(), "provider_id", "id", "plan", 'began', 0, "seats", CASE "plan" WHEN 'teams_monthly' THEN 400 ELSE 600 END
  FROM "organizations" WHERE "provider_id" IS NOT NULL ORDER BY "created_at", "id";
--> statement-breakpoint
INSERT INTO "seat_ledger" ("at", "provider_id", "plan", "reason", "seats_before", "seats_after", "monthly_price")
  SELECT now(), "providers"."id", "provider_plans"."plan", 'began', 0, "seat_minimum", CASE "provider_plans"."plan" WHEN 'teams_monthly' THEN 400 ELSE 600 END
  FROM "provider_plans" JOIN "providers" ON "providers"."id" = "provider_plans"."provider_id"
  WHERE "providers"."status" <> 'pending' ORDER BY "providers"."created_at", "provider_plans"."plan";
