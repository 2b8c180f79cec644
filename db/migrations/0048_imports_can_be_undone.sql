-- Items that came in one file are known by it, so that they can be taken out together within a day.
CREATE TABLE "imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid,
	"user_id" uuid,
	"begun_by" uuid NOT NULL,
	"begun_at" timestamp (3) with time zone NOT NULL,
	"done_at" timestamp (3) with time zone,
	"undone_at" timestamp (3) with time zone,
	CONSTRAINT "imports_have_one_owner" CHECK (num_nonnulls("imports"."organization_id", "imports"."user_id") = 1)
);
--> statement-breakpoint
ALTER TABLE "ciphers" ADD COLUMN "import_id" uuid;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_begun_by_users_id_fk" FOREIGN KEY ("begun_by") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "imports_of_organization" ON "imports" USING btree ("organization_id","begun_at");--> statement-breakpoint
CREATE INDEX "imports_of_user" ON "imports" USING btree ("user_id","begun_at");--> statement-breakpoint
CREATE INDEX "imports_by_age" ON "imports" USING btree ("begun_at");--> statement-breakpoint
CREATE INDEX "imports_begun_by" ON "imports" USING btree ("begun_by");--> statement-breakpoint
CREATE INDEX "ciphers_of_import" ON "ciphers" USING btree ("import_id") WHERE import_id is not null;