-- Nobody has a folder yet.
CREATE TABLE "folders" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"revised_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "folders_of_user" UNIQUE("user_id","id")
);
--> statement-breakpoint
ALTER TABLE "item_marks" ADD COLUMN "folder_id" uuid;--> statement-breakpoint
ALTER TABLE "folders" ADD CONSTRAINT "folders_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_marks" ADD CONSTRAINT "item_marks_folder_of_same_person" FOREIGN KEY ("user_id","folder_id") REFERENCES "public"."folders"("user_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ciphers_of_organization_in_trash" ON "ciphers" USING btree ("organization_id","deleted_at","id") WHERE deleted_at is not null and organization_id is not null;