ALTER TABLE "events" ADD COLUMN "actor_kind" text;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "way" text;--> statement-breakpoint
-- Before, the log said only which acts were the command line's. Everything else was done by people, signed in or not.
UPDATE "events" SET "actor_kind" = CASE
  WHEN "system_actor" = 'operator' THEN 'operator'
  WHEN "session_id" IS NULL THEN 'anonymous'
  ELSE 'person'
END;--> statement-breakpoint
ALTER TABLE "events" ALTER COLUMN "actor_kind" SET NOT NULL;
