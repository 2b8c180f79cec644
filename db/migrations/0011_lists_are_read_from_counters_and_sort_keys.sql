CREATE TABLE "item_counts" (
	"collection_id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"items" integer NOT NULL,
	CONSTRAINT "item_counts_items" CHECK ("item_counts"."items" >= 0)
);
--> statement-breakpoint
DROP INDEX "collection_members_of_collection";--> statement-breakpoint
DROP INDEX "organization_members_by_status";--> statement-breakpoint
DROP INDEX "provider_members_by_status";--> statement-breakpoint
ALTER TABLE "organizations" ALTER COLUMN "sort_name" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "ciphers" ADD COLUMN "collections" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "collection_ciphers" ADD COLUMN "created_at" timestamp (3) with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "organization_members" ADD COLUMN "name" text;--> statement-breakpoint
ALTER TABLE "organization_members" ADD COLUMN "address" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "organization_members" ADD COLUMN "sort_name" text collate "C" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "members" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "invited_members" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "accepted_members" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "asked_members" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "provider_members" ADD COLUMN "name" text;--> statement-breakpoint
ALTER TABLE "provider_members" ADD COLUMN "address" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "provider_members" ADD COLUMN "sort_name" text collate "C" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "provider_plans" ADD COLUMN "clients" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "providers" ADD COLUMN "members" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "providers" ADD COLUMN "invited_members" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "providers" ADD COLUMN "accepted_members" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "providers" ADD COLUMN "confirmed_admins" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "sort_name" text collate "C" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ALTER COLUMN "sort_name" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "item_counts" ADD CONSTRAINT "item_counts_collection_of_same_organization" FOREIGN KEY ("organization_id","collection_id") REFERENCES "public"."collections"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ciphers_in_no_collection" ON "ciphers" USING btree ("organization_id","created_at","id") WHERE collections = 0 and deleted_at is null and organization_id is not null;--> statement-breakpoint
CREATE INDEX "collection_ciphers_by_age" ON "collection_ciphers" USING btree ("collection_id","created_at","cipher_id");--> statement-breakpoint
CREATE INDEX "organization_members_by_name" ON "organization_members" USING btree ("organization_id","sort_name","id","role","status","name","address","user_id","place_of_provider","asked_by","asked_at","approved_by","approved_at");--> statement-breakpoint
CREATE INDEX "organization_members_by_role" ON "organization_members" USING btree ("organization_id","role","sort_name","id","status","name","address","user_id","place_of_provider","asked_by","asked_at","approved_by","approved_at");--> statement-breakpoint
CREATE INDEX "organization_members_by_status_and_role" ON "organization_members" USING btree ("organization_id","status","role","sort_name","id","name","address","user_id","place_of_provider","asked_by","asked_at","approved_by","approved_at");--> statement-breakpoint
CREATE INDEX "provider_members_by_address" ON "provider_members" USING btree ("provider_id","address");--> statement-breakpoint
CREATE INDEX "provider_members_by_name" ON "provider_members" USING btree ("provider_id","sort_name","id","role","status","name","address","user_id");--> statement-breakpoint
CREATE INDEX "provider_members_by_role" ON "provider_members" USING btree ("provider_id","role","sort_name","id","status","name","address","user_id");--> statement-breakpoint
CREATE INDEX "provider_members_by_status_and_role" ON "provider_members" USING btree ("provider_id","status","role","sort_name","id","name","address","user_id");--> statement-breakpoint
CREATE INDEX "providers_by_age" ON "providers" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "collection_members_of_collection" ON "collection_members" USING btree ("collection_id","permission","member_id");--> statement-breakpoint
CREATE INDEX "organization_members_by_status" ON "organization_members" USING btree ("organization_id","status","sort_name","id","role","name","address","user_id","place_of_provider","asked_by","asked_at","approved_by","approved_at");--> statement-breakpoint
CREATE INDEX "provider_members_by_status" ON "provider_members" USING btree ("provider_id","status","sort_name","id","role","name","address","user_id");