-- Items have files, sealed, each in parts of a megabyte at most, which are here or in a bucket.
CREATE TABLE "attachment_parts" (
	"attachment_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"bytes" "bytea",
	"object_id" uuid,
	CONSTRAINT "attachment_parts_of_one" PRIMARY KEY("attachment_id","number"),
	CONSTRAINT "attachment_parts_are_kept_once" CHECK (num_nonnulls("attachment_parts"."bytes", "attachment_parts"."object_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "attachments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"item_id" uuid NOT NULL,
	"organization_id" uuid,
	"user_id" uuid,
	"key" text NOT NULL,
	"file_name" text NOT NULL,
	"size" integer NOT NULL,
	"begun_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	CONSTRAINT "attachments_have_one_owner" CHECK (num_nonnulls("attachments"."organization_id", "attachments"."user_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "objects_to_remove" (
	"id" uuid PRIMARY KEY NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "attachment_parts" ADD CONSTRAINT "attachment_parts_attachment_id_attachments_id_fk" FOREIGN KEY ("attachment_id") REFERENCES "public"."attachments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_item_id_ciphers_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."ciphers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_cipher_of_same_organization" FOREIGN KEY ("organization_id","item_id") REFERENCES "public"."ciphers"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attachments_of_item" ON "attachments" USING btree ("item_id");--> statement-breakpoint
CREATE INDEX "attachments_of_organization" ON "attachments" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "attachments_of_user" ON "attachments" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "attachments_never_finished" ON "attachments" USING btree ("begun_at") WHERE finished_at is null;--> statement-breakpoint
CREATE INDEX "objects_to_remove_by_time" ON "objects_to_remove" USING btree ("due_at");--> statement-breakpoint
-- Whatever deletes a part, also an item or an owner that it goes with, leaves word that the bucket is to be rid of it.
CREATE FUNCTION remove_object_of_part() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO objects_to_remove (id, due_at) VALUES (old.object_id, now()) ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "objects_of_parts_that_go_are_removed" AFTER DELETE OR UPDATE OF "object_id" ON "attachment_parts"
  FOR EACH ROW WHEN (old.object_id IS NOT NULL) EXECUTE FUNCTION remove_object_of_part();
