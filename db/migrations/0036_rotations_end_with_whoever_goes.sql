-- What was begun before may be staged for somebody who has gone since. It is begun anew.
UPDATE "rotations" SET "is_outdated" = true;--> statement-breakpoint
-- The provider's people go with its tie, all of whom an owner's rotation may have sealed the next key for.
CREATE TRIGGER "rotations_end_with_ties" AFTER DELETE ON "provider_organizations" FOR EACH ROW
  EXECUTE FUNCTION outdate_rotations_of_organization();--> statement-breakpoint
-- A confirmed member who gets any other status has gone, whatever that one is called.
DROP TRIGGER "rotations_end_with_revoked_members" ON "organization_members";--> statement-breakpoint
CREATE TRIGGER "rotations_end_with_lost_places" AFTER UPDATE OF "status" ON "organization_members" FOR EACH ROW
  WHEN (OLD."status" = 'confirmed' AND NEW."status" <> 'confirmed') EXECUTE FUNCTION outdate_rotations_of_organization();--> statement-breakpoint
-- An account's next key may have been sealed for an organization that is not to have it, or whose key pair is another
-- since, because somebody had the former one who is not to have it either.
CREATE FUNCTION outdate_rotations_of_account() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "rotations" SET "is_outdated" = true WHERE "user_id" = OLD."user_id";
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "rotations_end_with_places_enrolled" AFTER DELETE ON "organization_members" FOR EACH ROW
  WHEN (OLD."user_key_for_organization" IS NOT NULL) EXECUTE FUNCTION outdate_rotations_of_account();--> statement-breakpoint
CREATE TRIGGER "rotations_end_with_enrolments" AFTER UPDATE OF "user_key_for_organization" ON "organization_members" FOR EACH ROW
  WHEN (OLD."user_key_for_organization" IS NOT NULL AND NEW."user_key_for_organization" IS DISTINCT FROM OLD."user_key_for_organization")
  EXECUTE FUNCTION outdate_rotations_of_account();
