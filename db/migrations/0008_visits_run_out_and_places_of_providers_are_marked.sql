ALTER TABLE "client_visits" ADD COLUMN "last_seen_at" timestamp (3) with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "organization_members" ADD COLUMN "place_of_provider" uuid;--> statement-breakpoint
ALTER TABLE "organization_members" ADD COLUMN "asked_by" uuid;--> statement-breakpoint
ALTER TABLE "organization_members" ADD COLUMN "asked_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "organization_members" ADD COLUMN "approved_by" uuid;--> statement-breakpoint
ALTER TABLE "organization_members" ADD COLUMN "approved_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "organization_members" ADD CONSTRAINT "organization_members_place_of_own_provider" FOREIGN KEY ("place_of_provider","organization_id") REFERENCES "public"."organizations"("provider_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "organization_members_of_provider" ON "organization_members" USING btree ("place_of_provider","user_id");--> statement-breakpoint
-- Whoever is in the team of the organization's provider, by account or by address, has a place of the provider's.
UPDATE "organization_members" AS "member" SET "place_of_provider" = "client"."provider_id"
FROM "organizations" AS "client"
WHERE "client"."id" = "member"."organization_id" AND EXISTS (
  SELECT FROM "provider_members" AS "staff" LEFT JOIN "users" AS "account" ON "account"."id" = "staff"."user_id"
  WHERE "staff"."provider_id" = "client"."provider_id" AND (
    "staff"."user_id" = "member"."user_id"
    OR coalesce("account"."email", "staff"."email") = coalesce(
      (SELECT "email" FROM "users" WHERE "users"."id" = "member"."user_id"), "member"."email"
    )
  )
);--> statement-breakpoint
-- The owner that a client was made with is as old as the client, to the millisecond.
UPDATE "organization_members" AS "member" SET "approved_at" = "client"."created_at"
FROM "organizations" AS "client"
WHERE "client"."id" = "member"."organization_id" AND "member"."role" = 'owner'
  AND "client"."created_at" = "member"."created_at";
