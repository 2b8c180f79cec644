DROP INDEX "provider_members_by_name";--> statement-breakpoint
DROP INDEX "provider_members_by_role";--> statement-breakpoint
DROP INDEX "provider_members_by_status";--> statement-breakpoint
DROP INDEX "provider_members_by_status_and_role";--> statement-breakpoint
ALTER TABLE "provider_members" ADD COLUMN "access_ends_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "provider_members_by_name" ON "provider_members" USING btree ("provider_id","sort_name","id","role","status","name","address","user_id","invited_at","access_ends_at");--> statement-breakpoint
CREATE INDEX "provider_members_by_role" ON "provider_members" USING btree ("provider_id","role","sort_name","id","status","name","address","user_id","invited_at","access_ends_at");--> statement-breakpoint
CREATE INDEX "provider_members_by_status" ON "provider_members" USING btree ("provider_id","status","sort_name","id","role","name","address","user_id","invited_at","access_ends_at");--> statement-breakpoint
CREATE INDEX "provider_members_by_status_and_role" ON "provider_members" USING btree ("provider_id","status","role","sort_name","id","name","address","user_id","invited_at","access_ends_at");--> statement-breakpoint
-- Admins whose access ends on a date are not counted among those who stay.
DROP TRIGGER "provider_members_are_counted_on_insert" ON "provider_members";--> statement-breakpoint
CREATE TRIGGER "provider_members_are_counted_on_insert" AFTER INSERT ON "provider_members"
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION keep_counts(
    'providers', 'kept.id = counted.provider_id', 'provider_id', 'members', 'true',
    'invited_members', 'status = ''invited''', 'accepted_members', 'status = ''accepted''',
    'confirmed_admins', 'status = ''confirmed'' and role = ''provider_admin'' and access_ends_at is null'
  );--> statement-breakpoint
DROP TRIGGER "provider_members_are_counted_on_update" ON "provider_members";--> statement-breakpoint
CREATE TRIGGER "provider_members_are_counted_on_update" AFTER UPDATE ON "provider_members"
  REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION keep_counts(
    'providers', 'kept.id = counted.provider_id', 'provider_id', 'members', 'true',
    'invited_members', 'status = ''invited''', 'accepted_members', 'status = ''accepted''',
    'confirmed_admins', 'status = ''confirmed'' and role = ''provider_admin'' and access_ends_at is null'
  );--> statement-breakpoint
DROP TRIGGER "provider_members_are_counted_on_delete" ON "provider_members";--> statement-breakpoint
CREATE TRIGGER "provider_members_are_counted_on_delete" AFTER DELETE ON "provider_members"
  REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION keep_counts(
    'providers', 'kept.id = counted.provider_id', 'provider_id', 'members', 'true',
    'invited_members', 'status = ''invited''', 'accepted_members', 'status = ''accepted''',
    'confirmed_admins', 'status = ''confirmed'' and role = ''provider_admin'' and access_ends_at is null'
  );
