ALTER TABLE "account_recoveries" ADD COLUMN "member_role" text;--> statement-breakpoint
UPDATE "account_recoveries" SET "member_role" = "member"."role" FROM "organization_members" AS "member" WHERE "member"."id" = "account_recoveries"."member_id";--> statement-breakpoint
DELETE FROM "account_recoveries" USING "organization_members" AS "member" WHERE "member"."id" = "account_recoveries"."member_id" AND "member"."status" <> 'confirmed';--> statement-breakpoint
ALTER TABLE "account_recoveries" ALTER COLUMN "member_role" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "organization_members" ADD COLUMN "let_in_by_provider" boolean DEFAULT false NOT NULL;
