CREATE TABLE "organization_api_keys" (
	"organization_id" uuid PRIMARY KEY NOT NULL,
	"sealed_secret" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
DROP INDEX "events_of_organization";--> statement-breakpoint
DROP INDEX "events_of_provider";--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "log" uuid GENERATED ALWAYS AS (coalesce(organization_id, provider_id)) STORED;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "kind" text GENERATED ALWAYS AS (split_part(type, '.', 1)) STORED;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "member_id" uuid GENERATED ALWAYS AS (coalesce(organization_member_id, provider_member_id)) STORED;--> statement-breakpoint
ALTER TABLE "organization_api_keys" ADD CONSTRAINT "organization_api_keys_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "events_of_log" ON "events" USING btree ("log","at","sequence") WHERE log is not null;--> statement-breakpoint
CREATE INDEX "events_of_kind" ON "events" USING btree ("log","kind","at","sequence") WHERE log is not null;--> statement-breakpoint
CREATE INDEX "events_by_actor" ON "events" USING btree ("log","actor_id","at","sequence") WHERE log is not null and actor_id is not null;--> statement-breakpoint
CREATE INDEX "events_of_member" ON "events" USING btree ("log","member_id","at","sequence") WHERE log is not null and member_id is not null;--> statement-breakpoint
CREATE INDEX "events_of_item" ON "events" USING btree ("log","cipher_id","at","sequence") WHERE log is not null and cipher_id is not null;