ALTER TABLE "organizations" ADD COLUMN "provider_read_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "rotation_debts" ADD COLUMN "read_until" timestamp (3) with time zone;--> statement-breakpoint
-- The log knows when owners have taken the provider's access to items away. Where it does not, the row has last changed
-- after that.
UPDATE "organizations" SET "provider_read_until" = coalesce(
    (SELECT max("at") FROM "events" WHERE "events"."organization_id" = "organizations"."id"
      AND "events"."type" = 'organization.provider_access_changed' AND "events"."details"->>'from' = 'full'),
    CASE WHEN "provider_access" <> 'full' THEN "revised_at" END);--> statement-breakpoint
-- An item that is in shared collections is the organization's: it leaves its member's own one.
DELETE FROM "collection_ciphers" AS "entry" USING "collections" AS "own"
  WHERE "own"."id" = "entry"."collection_id" AND "own"."type" = 'my_items' AND EXISTS (
    SELECT FROM "collection_ciphers" AS "other" JOIN "collections" AS "shared" ON "shared"."id" = "other"."collection_id"
      WHERE "other"."cipher_id" = "entry"."cipher_id" AND "shared"."type" = 'shared');
