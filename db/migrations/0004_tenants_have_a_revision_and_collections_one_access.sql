CREATE TABLE "revisions" (
	"organization_id" uuid,
	"provider_id" uuid,
	"revised_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "revisions_organizationId_unique" UNIQUE("organization_id"),
	CONSTRAINT "revisions_providerId_unique" UNIQUE("provider_id"),
	CONSTRAINT "revisions_of_one_tenant" CHECK (num_nonnulls("revisions"."organization_id", "revisions"."provider_id") = 1)
);
--> statement-breakpoint
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_provider_id_providers_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."providers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE VIEW "public"."collection_access" AS (select given.organization_id, given.collection_id, given.member_id, member.user_id,
      member.status as member_status, given.permission
    from "collection_members" as given
    left join "organization_members" as member on member.id = given.member_id);--> statement-breakpoint
-- Revisions go on from the dates that clients have seen.
INSERT INTO "revisions" ("organization_id", "revised_at")
  SELECT "organization_id", max("revised_at") FROM "ciphers" WHERE "organization_id" IS NOT NULL GROUP BY "organization_id";
--> statement-breakpoint
UPDATE "users" SET "account_revised_at" = greatest("account_revised_at", "own"."revised_at")
  FROM (SELECT "user_id", max("revised_at") AS "revised_at" FROM "ciphers" WHERE "user_id" IS NOT NULL GROUP BY "user_id") AS "own"
  WHERE "own"."user_id" = "users"."id";
