-- Items have files, sealed, each in parts of a megabyte at most.
CREATE TABLE "attachment_parts" (
	"attachment_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "attachment_parts_of_one" PRIMARY KEY("attachment_id","number")
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
ALTER TABLE "attachment_parts" ADD CONSTRAINT "attachment_parts_attachment_id_attachments_id_fk" FOREIGN KEY ("attachment_id") REFERENCES "public"."attachments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_item_id_ciphers_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."ciphers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_cipher_of_same_organization" FOREIGN KEY ("organization_id","item_id") REFERENCES "public"."ciphers"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attachments_of_item" ON "attachments" USING btree ("item_id");--> statement-breakpoint
CREATE INDEX "attachments_of_organization" ON "attachments" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "attachments_of_user" ON "attachments" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "attachments_never_finished" ON "attachments" USING btree ("begun_at") WHERE finished_at is null;