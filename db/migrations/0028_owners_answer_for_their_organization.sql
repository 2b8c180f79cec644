ALTER TABLE "organizations" ADD COLUMN "owner_answered_at" timestamp (3) with time zone;--> statement-breakpoint
-- Of an open place nobody knows who has invited to it: it counts as the provider's word, but for the owner whom a client
-- was made with.
UPDATE "organization_members" AS "member" SET "let_in_by_provider" = true FROM "organizations" AS "home"
  WHERE "home"."id" = "member"."organization_id" AND "home"."provider_id" IS NOT NULL AND "member"."approved_at" IS NULL
    AND ("member"."status" IN ('staged', 'invited', 'accepted')
      OR ("member"."status" = 'revoked' AND "member"."organization_key_for_member" IS NULL));--> statement-breakpoint
-- Every client with a confirmed owner of its own has one who counts: where none does, the one of longest standing. Where
-- none is confirmed or was named, the one who was invited first.
UPDATE "organization_members" SET "let_in_by_provider" = false WHERE "id" IN (
  SELECT DISTINCT ON ("owner"."organization_id") "owner"."id" FROM "organization_members" AS "owner"
    JOIN "organizations" AS "home" ON "home"."id" = "owner"."organization_id"
    WHERE "owner"."role" = 'owner' AND "owner"."status" IN ('invited', 'accepted', 'confirmed')
      AND "owner"."place_of_provider" IS NULL AND "owner"."asked_at" IS NULL
      AND NOT EXISTS (SELECT FROM "provider_members" AS "staff" WHERE "staff"."provider_id" = "home"."provider_id"
        AND "staff"."address" = "owner"."address" AND "staff"."status" <> 'invited')
      AND NOT EXISTS (SELECT FROM "organization_members" AS "counting"
        WHERE "counting"."organization_id" = "owner"."organization_id" AND "counting"."role" = 'owner'
          AND "counting"."place_of_provider" IS NULL AND NOT "counting"."let_in_by_provider"
          AND ("counting"."status" = 'confirmed' OR ("owner"."status" <> 'confirmed' AND "counting"."status" <> 'revoked'))
          AND NOT EXISTS (SELECT FROM "provider_members" AS "staff" WHERE "staff"."provider_id" = "home"."provider_id"
            AND "staff"."address" = "counting"."address" AND "staff"."status" <> 'invited'))
    ORDER BY "owner"."organization_id", "owner"."status" = 'confirmed' DESC, "owner"."confirmed_at" NULLS LAST,
      "owner"."invited_at" NULLS LAST, "owner"."id");--> statement-breakpoint
UPDATE "organizations" SET "owner_answered_at" = now() WHERE EXISTS (
  SELECT FROM "organization_members" AS "owner" WHERE "owner"."organization_id" = "organizations"."id"
    AND "owner"."role" = 'owner' AND "owner"."user_id" IS NOT NULL AND "owner"."place_of_provider" IS NULL
    AND NOT "owner"."let_in_by_provider");
