ALTER TABLE "organizations" ADD COLUMN "revoked_members" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
-- Revoked members are counted by themselves, and no longer among all.
UPDATE "organizations" AS organization SET "members" = organization."members" - team."revoked", "revoked_members" = team."revoked"
  FROM (SELECT "organization_id", count(*) AS "revoked" FROM "organization_members"
    WHERE "status" = 'revoked' GROUP BY "organization_id") AS team
  WHERE team."organization_id" = organization."id";--> statement-breakpoint
DROP TRIGGER "organization_members_are_counted_on_insert" ON "organization_members";--> statement-breakpoint
CREATE TRIGGER "organization_members_are_counted_on_insert" AFTER INSERT ON "organization_members"
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION keep_counts(
    'organizations', 'kept.id = counted.organization_id', 'organization_id', 'members', 'status <> ''revoked''',
    'invited_members', 'status = ''invited''', 'accepted_members', 'status = ''accepted''',
    'revoked_members', 'status = ''revoked''',
    'asked_members', 'status = ''invited'' and asked_at is not null and approved_at is null'
  );--> statement-breakpoint
DROP TRIGGER "organization_members_are_counted_on_update" ON "organization_members";--> statement-breakpoint
CREATE TRIGGER "organization_members_are_counted_on_update" AFTER UPDATE ON "organization_members"
  REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION keep_counts(
    'organizations', 'kept.id = counted.organization_id', 'organization_id', 'members', 'status <> ''revoked''',
    'invited_members', 'status = ''invited''', 'accepted_members', 'status = ''accepted''',
    'revoked_members', 'status = ''revoked''',
    'asked_members', 'status = ''invited'' and asked_at is not null and approved_at is null'
  );--> statement-breakpoint
DROP TRIGGER "organization_members_are_counted_on_delete" ON "organization_members";--> statement-breakpoint
CREATE TRIGGER "organization_members_are_counted_on_delete" AFTER DELETE ON "organization_members"
  REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION keep_counts(
    'organizations', 'kept.id = counted.organization_id', 'organization_id', 'members', 'status <> ''revoked''',
    'invited_members', 'status = ''invited''', 'accepted_members', 'status = ''accepted''',
    'revoked_members', 'status = ''revoked''',
    'asked_members', 'status = ''invited'' and asked_at is not null and approved_at is null'
  );
