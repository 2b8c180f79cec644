-- What was begun before says neither which key it replaces nor what its next user key comes after. It is begun anew.
DELETE FROM "rotations";--> statement-breakpoint
CREATE TABLE "user_key_successions" (
	"user_id" uuid NOT NULL,
	"rotation_id" uuid NOT NULL,
	"predecessor" text NOT NULL,
	"proof" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "user_key_successions_user_id_rotation_id_pk" PRIMARY KEY("user_id","rotation_id")
);
--> statement-breakpoint
ALTER TABLE "rotations" DROP CONSTRAINT "rotations_have_one_subject";--> statement-breakpoint
ALTER TABLE "rotations" ALTER COLUMN "predecessor" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "rotations" ALTER COLUMN "proof" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "rotations" ADD COLUMN "is_outdated" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "user_key_successions" ADD CONSTRAINT "user_key_successions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "user_key_successions_by_age" ON "user_key_successions" USING btree ("user_id","at");--> statement-breakpoint
ALTER TABLE "rotations" ADD CONSTRAINT "rotations_have_one_subject" CHECK (num_nonnulls("rotations"."organization_id", "rotations"."user_id") = 1);--> statement-breakpoint
-- Whoever held the key and goes may have been sealed the next one: what was begun is not finished any more. However
-- they go: removed, revoked, left, with their account or with the provider's team. One that is just being staged waits
-- for this, or this for it.
CREATE FUNCTION outdate_rotations_of_organization() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "rotations" SET "is_outdated" = true WHERE "organization_id" = OLD."organization_id";
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION outdate_rotations_of_clients() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "rotations" SET "is_outdated" = true WHERE "organization_id" IN (
    SELECT "organization_id" FROM "provider_organizations" WHERE "provider_id" = OLD."provider_id");
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "rotations_end_with_members" AFTER DELETE ON "organization_members" FOR EACH ROW
  WHEN (OLD."status" = 'confirmed') EXECUTE FUNCTION outdate_rotations_of_organization();--> statement-breakpoint
CREATE TRIGGER "rotations_end_with_revoked_members" AFTER UPDATE OF "status" ON "organization_members" FOR EACH ROW
  WHEN (OLD."status" = 'confirmed' AND NEW."status" = 'revoked') EXECUTE FUNCTION outdate_rotations_of_organization();--> statement-breakpoint
CREATE TRIGGER "rotations_end_with_staff" AFTER DELETE ON "provider_members" FOR EACH ROW
  WHEN (OLD."status" = 'confirmed') EXECUTE FUNCTION outdate_rotations_of_clients();
