ALTER TABLE "organization_members" ADD COLUMN "read_until" timestamp (3) with time zone;--> statement-breakpoint
UPDATE "organization_members" SET "read_until" = "revised_at" WHERE "status" = 'revoked' AND "organization_key_for_member" IS NOT NULL;
