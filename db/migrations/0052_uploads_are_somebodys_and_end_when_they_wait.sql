-- Whose an upload is, and when it was last heard of. Of those that are under way nobody knows whose they are, and none outlasts its hour.
ALTER TABLE "attachments" ADD COLUMN "begun_by" uuid;--> statement-breakpoint
ALTER TABLE "attachments" ADD COLUMN "last_part_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_begun_by_users_id_fk" FOREIGN KEY ("begun_by") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attachments_begun_by" ON "attachments" USING btree ("begun_by");