CREATE TABLE "former_members" (
	"user_id" uuid NOT NULL,
	"organization_id" uuid,
	"provider_id" uuid,
	"log" uuid GENERATED ALWAYS AS (coalesce(organization_id, provider_id)) STORED NOT NULL,
	"name" text,
	"email" text NOT NULL,
	CONSTRAINT "former_members_once" UNIQUE("log","user_id"),
	CONSTRAINT "former_members_of_one_tenant" CHECK (("former_members"."organization_id" is null) <> ("former_members"."provider_id" is null))
);
--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "language" text;--> statement-breakpoint
ALTER TABLE "former_members" ADD CONSTRAINT "former_members_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "former_members" ADD CONSTRAINT "former_members_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "former_members" ADD CONSTRAINT "former_members_provider_id_providers_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."providers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "former_members_of_user" ON "former_members" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "former_members_of_organization" ON "former_members" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "former_members_of_provider" ON "former_members" USING btree ("provider_id");--> statement-breakpoint
-- Whoever has left a tenant is called there what they were called as their place ended. Its arguments are the column
-- of the tenant and its table. Of an account or a tenant that goes as a whole, nothing is kept.
CREATE FUNCTION name_former_members() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format(
    'INSERT INTO former_members AS kept (user_id, %1$I, name, email)
      SELECT removed.user_id, removed.%1$I, removed.name, removed.address FROM removed
        JOIN users AS account ON account.id = removed.user_id JOIN %2$I AS tenant ON tenant.id = removed.%1$I
      ON CONFLICT (log, user_id) DO UPDATE SET name = excluded.name, email = excluded.email',
    tg_argv[0], tg_argv[1]
  );
  RETURN NULL;
END $$;--> statement-breakpoint
-- Whoever gets a place there again is called what their account says.
CREATE FUNCTION name_member_again() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('DELETE FROM former_members WHERE user_id = $1 AND log = ($2).%I', tg_argv[0]) USING new.user_id, new;
  RETURN NULL;
END $$;--> statement-breakpoint
-- Groups count their members, but for revoked ones.
CREATE FUNCTION count_belongings() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF tg_op = 'INSERT' THEN
    UPDATE groups AS kept SET members = kept.members + come.n
      FROM (SELECT belonging.group_id, count(*)::int AS n
        FROM added AS belonging JOIN organization_members AS member ON member.id = belonging.member_id
        WHERE member.status <> 'revoked' GROUP BY belonging.group_id) AS come
      WHERE kept.id = come.group_id;
  ELSE
    UPDATE groups AS kept SET members = kept.members - gone.n
      FROM (SELECT belonging.group_id, count(*)::int AS n
        FROM removed AS belonging JOIN organization_members AS member ON member.id = belonging.member_id
        WHERE member.status <> 'revoked' GROUP BY belonging.group_id) AS gone
      WHERE kept.id = gone.group_id;
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
-- A member who is revoked counts in their groups no more, and one who is restored counts again.
CREATE FUNCTION count_revoked_in_groups() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE groups AS kept SET members = kept.members + moved.n
    FROM (SELECT belonging.group_id, sum(CASE WHEN member.status = 'revoked' THEN -1 ELSE 1 END)::int AS n
      FROM added AS member JOIN removed AS before ON before.id = member.id
        JOIN group_members AS belonging ON belonging.member_id = member.id
      WHERE (member.status = 'revoked') <> (before.status = 'revoked') GROUP BY belonging.group_id) AS moved
    WHERE kept.id = moved.group_id AND moved.n <> 0;
  RETURN NULL;
END $$;--> statement-breakpoint
-- A member who goes for good is counted no more while it is still known whether they counted. Their rows in groups go
-- after them, and count nothing then.
CREATE FUNCTION uncount_member() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF old.status <> 'revoked' THEN
    UPDATE groups SET members = members - 1
      WHERE id IN (SELECT belonging.group_id FROM group_members AS belonging WHERE belonging.member_id = old.id);
  END IF;
  RETURN old;
END $$;--> statement-breakpoint
CREATE TRIGGER "provider_members_are_named_as_they_left" AFTER DELETE ON "provider_members"
  REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION name_former_members('provider_id', 'providers');--> statement-breakpoint
CREATE TRIGGER "organization_members_are_named_as_they_left" AFTER DELETE ON "organization_members"
  REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION name_former_members('organization_id', 'organizations');--> statement-breakpoint
CREATE TRIGGER "provider_members_are_named_again" AFTER INSERT OR UPDATE OF "user_id" ON "provider_members"
  FOR EACH ROW WHEN (new.user_id IS NOT NULL) EXECUTE FUNCTION name_member_again('provider_id');--> statement-breakpoint
CREATE TRIGGER "organization_members_are_named_again" AFTER INSERT OR UPDATE OF "user_id" ON "organization_members"
  FOR EACH ROW WHEN (new.user_id IS NOT NULL) EXECUTE FUNCTION name_member_again('organization_id');--> statement-breakpoint
DROP TRIGGER "group_members_are_counted_on_insert" ON "group_members";--> statement-breakpoint
DROP TRIGGER "group_members_are_counted_on_delete" ON "group_members";--> statement-breakpoint
CREATE TRIGGER "group_members_are_counted_on_insert" AFTER INSERT ON "group_members"
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_belongings();--> statement-breakpoint
CREATE TRIGGER "group_members_are_counted_on_delete" AFTER DELETE ON "group_members"
  REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION count_belongings();--> statement-breakpoint
CREATE TRIGGER "revoked_members_are_not_counted_in_groups" AFTER UPDATE ON "organization_members"
  REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_revoked_in_groups();--> statement-breakpoint
CREATE TRIGGER "members_that_go_are_not_counted_in_groups" BEFORE DELETE ON "organization_members"
  FOR EACH ROW EXECUTE FUNCTION uncount_member();--> statement-breakpoint
-- What is there already: revoked members are taken out of the counts of their groups, and whoever has left is called
-- from now on what they are called today.
UPDATE "groups" AS kept SET "members" = kept."members" - gone."n"
  FROM (SELECT belonging."group_id", count(*)::int AS "n"
    FROM "group_members" AS belonging JOIN "organization_members" AS member ON member."id" = belonging."member_id"
    WHERE member."status" = 'revoked' GROUP BY belonging."group_id") AS gone
  WHERE kept."id" = gone."group_id";--> statement-breakpoint
INSERT INTO "former_members" ("user_id", "organization_id", "name", "email")
  SELECT DISTINCT account."id", tenant."id", account."name", account."email"
    FROM "events" AS event JOIN "users" AS account ON account."id" = event."user_id"
      JOIN "organizations" AS tenant ON tenant."id" = event."organization_id"
    WHERE event."organization_member_id" IS NOT NULL AND NOT EXISTS (SELECT FROM "organization_members" AS member
      WHERE member."organization_id" = tenant."id" AND member."user_id" = account."id");--> statement-breakpoint
INSERT INTO "former_members" ("user_id", "provider_id", "name", "email")
  SELECT DISTINCT account."id", tenant."id", account."name", account."email"
    FROM "events" AS event JOIN "users" AS account ON account."id" = event."user_id"
      JOIN "providers" AS tenant ON tenant."id" = event."provider_id"
    WHERE event."provider_member_id" IS NOT NULL AND NOT EXISTS (SELECT FROM "provider_members" AS member
      WHERE member."provider_id" = tenant."id" AND member."user_id" = account."id");
