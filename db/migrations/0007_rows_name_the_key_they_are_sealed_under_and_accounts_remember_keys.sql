CREATE TABLE "known_keys" (
	"user_id" uuid NOT NULL,
	"subject" text NOT NULL,
	"record" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "known_keys_user_id_subject_pk" PRIMARY KEY("user_id","subject"),
	CONSTRAINT "known_keys_subject_limit" CHECK (length("known_keys"."subject") <= 60)
);
--> statement-breakpoint
ALTER TABLE "ciphers" DROP CONSTRAINT "ciphers_organization_id_organizations_id_fk";
--> statement-breakpoint
ALTER TABLE "collections" DROP CONSTRAINT "collections_organization_id_organizations_id_fk";
--> statement-breakpoint
ALTER TABLE "ciphers" ADD COLUMN "organization_key_id" uuid;
--> statement-breakpoint
ALTER TABLE "collections" ADD COLUMN "organization_key_id" uuid;
--> statement-breakpoint
ALTER TABLE "organization_members" ADD COLUMN "organization_key_id" uuid;
--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "key_id" uuid DEFAULT gen_random_uuid() NOT NULL;
--> statement-breakpoint
ALTER TABLE "provider_organizations" ADD COLUMN "organization_key_id" uuid;
--> statement-breakpoint
-- Every organization has one key so far: what is there is sealed under it.
UPDATE "ciphers" AS "row" SET "organization_key_id" = "organizations"."key_id" FROM "organizations" WHERE "organizations"."id" = "row"."organization_id";
--> statement-breakpoint
UPDATE "collections" AS "row" SET "organization_key_id" = "organizations"."key_id" FROM "organizations" WHERE "organizations"."id" = "row"."organization_id";
--> statement-breakpoint
UPDATE "organization_members" AS "row" SET "organization_key_id" = "organizations"."key_id" FROM "organizations" WHERE "organizations"."id" = "row"."organization_id" AND "row"."organization_key_for_member" IS NOT NULL;
--> statement-breakpoint
UPDATE "provider_organizations" AS "row" SET "organization_key_id" = "organizations"."key_id" FROM "organizations" WHERE "organizations"."id" = "row"."organization_id";
--> statement-breakpoint
ALTER TABLE "collections" ALTER COLUMN "organization_key_id" SET NOT NULL;
--> statement-breakpoint
ALTER TABLE "provider_organizations" ALTER COLUMN "organization_key_id" SET NOT NULL;
--> statement-breakpoint
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_with_key" UNIQUE("id","key_id");
--> statement-breakpoint
ALTER TABLE "known_keys" ADD CONSTRAINT "known_keys_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "ciphers" ADD CONSTRAINT "ciphers_under_current_key" FOREIGN KEY ("organization_id","organization_key_id") REFERENCES "public"."organizations"("id","key_id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "collections" ADD CONSTRAINT "collections_under_current_key" FOREIGN KEY ("organization_id","organization_key_id") REFERENCES "public"."organizations"("id","key_id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "organization_members" ADD CONSTRAINT "organization_members_hold_current_key" FOREIGN KEY ("organization_id","organization_key_id") REFERENCES "public"."organizations"("id","key_id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "provider_organizations" ADD CONSTRAINT "provider_organizations_hold_current_key" FOREIGN KEY ("organization_id","organization_key_id") REFERENCES "public"."organizations"("id","key_id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "ciphers" ADD CONSTRAINT "ciphers_of_organization_name_its_key" CHECK (("ciphers"."organization_id" is null) = ("ciphers"."organization_key_id" is null));
--> statement-breakpoint
ALTER TABLE "organization_members" ADD CONSTRAINT "organization_members_name_their_key" CHECK (("organization_members"."organization_key_for_member" is null) = ("organization_members"."organization_key_id" is null));