CREATE TABLE "client_job_rows" (
	"job_id" uuid NOT NULL,
	"provider_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"done_at" timestamp (3) with time zone,
	"refusal" text,
	"result" jsonb,
	CONSTRAINT "client_job_rows_job_id_organization_id_pk" PRIMARY KEY("job_id","organization_id"),
	CONSTRAINT "client_job_rows_are_done_or_refused" CHECK (num_nonnulls("client_job_rows"."done_at", "client_job_rows"."refusal") <= 1)
);
--> statement-breakpoint
CREATE TABLE "client_jobs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"provider_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"work" jsonb NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"clients" integer DEFAULT 0 NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"refused" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "client_jobs_of_provider" UNIQUE("provider_id","id")
);
--> statement-breakpoint
CREATE TABLE "client_tags" (
	"tag_id" uuid NOT NULL,
	"provider_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"tagged_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"sort_name" text collate "C" DEFAULT '' NOT NULL,
	"plan" text DEFAULT 'teams_monthly' NOT NULL,
	"standing" text DEFAULT 'ownerless' NOT NULL,
	"needs_attention" boolean DEFAULT false NOT NULL,
	"tags" uuid[] DEFAULT '{}' NOT NULL,
	"seats" integer DEFAULT 0 NOT NULL,
	"used_seats" integer DEFAULT 0 NOT NULL,
	"remaining_seats" integer DEFAULT 0 NOT NULL,
	"accepted_members" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "client_tags_organization_id_tag_id_pk" PRIMARY KEY("organization_id","tag_id")
);
--> statement-breakpoint
CREATE TABLE "provider_tags" (
	"id" uuid PRIMARY KEY NOT NULL,
	"provider_id" uuid NOT NULL,
	"name" text NOT NULL,
	"color" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"revised_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "provider_tags_of_provider" UNIQUE("provider_id","id")
);
--> statement-breakpoint
DROP INDEX "clients_by_name";--> statement-breakpoint
DROP INDEX "clients_by_seats";--> statement-breakpoint
DROP INDEX "clients_by_used";--> statement-breakpoint
DROP INDEX "clients_by_remaining";--> statement-breakpoint
DROP INDEX "clients_by_plan";--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "confirmed_owners" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "waiting_owners" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "standing" text GENERATED ALWAYS AS (case when state = 'suspended' then 'suspended' when confirmed_owners > 0 then 'active' when waiting_owners > 0 then 'onboarding' else 'ownerless' end) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "needs_attention" boolean GENERATED ALWAYS AS (state = 'enabled' and (confirmed_owners = 0 or used_seats >= seats or accepted_members > 0)) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "tags" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "client_job_rows" ADD CONSTRAINT "client_job_rows_of_job" FOREIGN KEY ("provider_id","job_id") REFERENCES "public"."client_jobs"("provider_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client_job_rows" ADD CONSTRAINT "client_job_rows_of_own_client" FOREIGN KEY ("provider_id","organization_id") REFERENCES "public"."provider_organizations"("provider_id","organization_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client_jobs" ADD CONSTRAINT "client_jobs_provider_id_providers_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."providers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client_tags" ADD CONSTRAINT "client_tags_of_same_provider" FOREIGN KEY ("provider_id","tag_id") REFERENCES "public"."provider_tags"("provider_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client_tags" ADD CONSTRAINT "client_tags_of_own_client" FOREIGN KEY ("provider_id","organization_id") REFERENCES "public"."provider_organizations"("provider_id","organization_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider_tags" ADD CONSTRAINT "provider_tags_provider_id_providers_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."providers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "client_job_rows_of_client" ON "client_job_rows" USING btree ("provider_id","organization_id");--> statement-breakpoint
CREATE INDEX "client_jobs_by_age" ON "client_jobs" USING btree ("provider_id","asked_at","id");--> statement-breakpoint
CREATE INDEX "client_jobs_over" ON "client_jobs" USING btree ("asked_at");--> statement-breakpoint
CREATE INDEX "tagged_clients_by_name" ON "client_tags" USING btree ("provider_id","tag_id","sort_name","organization_id","name","plan","standing","needs_attention","tags","seats","used_seats","remaining_seats","accepted_members");--> statement-breakpoint
CREATE INDEX "tagged_clients_by_seats" ON "client_tags" USING btree ("provider_id","tag_id","seats","organization_id","name","plan","standing","needs_attention","tags","seats","used_seats","remaining_seats","accepted_members");--> statement-breakpoint
CREATE INDEX "tagged_clients_by_used" ON "client_tags" USING btree ("provider_id","tag_id","used_seats","organization_id","name","plan","standing","needs_attention","tags","seats","used_seats","remaining_seats","accepted_members");--> statement-breakpoint
CREATE INDEX "tagged_clients_by_remaining" ON "client_tags" USING btree ("provider_id","tag_id","remaining_seats","organization_id","name","plan","standing","needs_attention","tags","seats","used_seats","remaining_seats","accepted_members");--> statement-breakpoint
CREATE INDEX "tagged_clients_by_plan" ON "client_tags" USING btree ("provider_id","tag_id","plan","organization_id","name","plan","standing","needs_attention","tags","seats","used_seats","remaining_seats","accepted_members");--> statement-breakpoint
CREATE INDEX "client_visits_of_person" ON "client_visits" USING btree ("user_id","provider_id","started_at");--> statement-breakpoint
CREATE INDEX "clients_in_attention_by_name" ON "organizations" USING btree ("provider_id","sort_name","id","name","plan","standing","tags","seats","used_seats","remaining_seats","accepted_members") WHERE needs_attention;--> statement-breakpoint
CREATE INDEX "clients_in_attention_by_seats" ON "organizations" USING btree ("provider_id","seats","id","name","plan","standing","tags","seats","used_seats","remaining_seats","accepted_members") WHERE needs_attention;--> statement-breakpoint
CREATE INDEX "clients_in_attention_by_used" ON "organizations" USING btree ("provider_id","used_seats","id","name","plan","standing","tags","seats","used_seats","remaining_seats","accepted_members") WHERE needs_attention;--> statement-breakpoint
CREATE INDEX "clients_in_attention_by_remaining" ON "organizations" USING btree ("provider_id","remaining_seats","id","name","plan","standing","tags","seats","used_seats","remaining_seats","accepted_members") WHERE needs_attention;--> statement-breakpoint
CREATE INDEX "clients_in_attention_by_plan" ON "organizations" USING btree ("provider_id","plan","id","name","plan","standing","tags","seats","used_seats","remaining_seats","accepted_members") WHERE needs_attention;--> statement-breakpoint
CREATE INDEX "clients_in_onboarding_by_name" ON "organizations" USING btree ("provider_id","sort_name","id","name","plan","standing","tags","seats","used_seats","remaining_seats","accepted_members") WHERE standing = 'onboarding';--> statement-breakpoint
CREATE INDEX "clients_in_onboarding_by_seats" ON "organizations" USING btree ("provider_id","seats","id","name","plan","standing","tags","seats","used_seats","remaining_seats","accepted_members") WHERE standing = 'onboarding';--> statement-breakpoint
CREATE INDEX "clients_in_onboarding_by_used" ON "organizations" USING btree ("provider_id","used_seats","id","name","plan","standing","tags","seats","used_seats","remaining_seats","accepted_members") WHERE standing = 'onboarding';--> statement-breakpoint
CREATE INDEX "clients_in_onboarding_by_remaining" ON "organizations" USING btree ("provider_id","remaining_seats","id","name","plan","standing","tags","seats","used_seats","remaining_seats","accepted_members") WHERE standing = 'onboarding';--> statement-breakpoint
CREATE INDEX "clients_in_onboarding_by_plan" ON "organizations" USING btree ("provider_id","plan","id","name","plan","standing","tags","seats","used_seats","remaining_seats","accepted_members") WHERE standing = 'onboarding';--> statement-breakpoint
CREATE INDEX "clients_suspended_by_name" ON "organizations" USING btree ("provider_id","sort_name","id","name","plan","standing","tags","seats","used_seats","remaining_seats","accepted_members") WHERE standing = 'suspended';--> statement-breakpoint
CREATE INDEX "clients_suspended_by_seats" ON "organizations" USING btree ("provider_id","seats","id","name","plan","standing","tags","seats","used_seats","remaining_seats","accepted_members") WHERE standing = 'suspended';--> statement-breakpoint
CREATE INDEX "clients_suspended_by_used" ON "organizations" USING btree ("provider_id","used_seats","id","name","plan","standing","tags","seats","used_seats","remaining_seats","accepted_members") WHERE standing = 'suspended';--> statement-breakpoint
CREATE INDEX "clients_suspended_by_remaining" ON "organizations" USING btree ("provider_id","remaining_seats","id","name","plan","standing","tags","seats","used_seats","remaining_seats","accepted_members") WHERE standing = 'suspended';--> statement-breakpoint
CREATE INDEX "clients_suspended_by_plan" ON "organizations" USING btree ("provider_id","plan","id","name","plan","standing","tags","seats","used_seats","remaining_seats","accepted_members") WHERE standing = 'suspended';--> statement-breakpoint
CREATE INDEX "clients_by_name" ON "organizations" USING btree ("provider_id","sort_name","id","name","plan","standing","tags","seats","used_seats","remaining_seats","accepted_members");--> statement-breakpoint
CREATE INDEX "clients_by_seats" ON "organizations" USING btree ("provider_id","seats","id","name","plan","standing","tags","seats","used_seats","remaining_seats","accepted_members");--> statement-breakpoint
CREATE INDEX "clients_by_used" ON "organizations" USING btree ("provider_id","used_seats","id","name","plan","standing","tags","seats","used_seats","remaining_seats","accepted_members");--> statement-breakpoint
CREATE INDEX "clients_by_remaining" ON "organizations" USING btree ("provider_id","remaining_seats","id","name","plan","standing","tags","seats","used_seats","remaining_seats","accepted_members");--> statement-breakpoint
CREATE INDEX "clients_by_plan" ON "organizations" USING btree ("provider_id","plan","id","name","plan","standing","tags","seats","used_seats","remaining_seats","accepted_members");--> statement-breakpoint
-- Owners of a client's own: those of the provider's team who have a place there are none.
UPDATE "organizations" AS organization SET "confirmed_owners" = owner."confirmed", "waiting_owners" = owner."waiting"
  FROM (SELECT "organization_id", count(*) FILTER (WHERE "status" = 'confirmed') AS "confirmed",
      count(*) FILTER (WHERE "status" IN ('invited', 'accepted')) AS "waiting"
    FROM "organization_members" WHERE "role" = 'owner' AND "place_of_provider" IS NULL GROUP BY "organization_id") AS owner
  WHERE owner."organization_id" = organization."id";--> statement-breakpoint
DROP TRIGGER "organization_members_are_counted_on_insert" ON "organization_members";--> statement-breakpoint
CREATE TRIGGER "organization_members_are_counted_on_insert" AFTER INSERT ON "organization_members"
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION keep_counts(
    'organizations', 'kept.id = counted.organization_id', 'organization_id', 'members', 'status <> ''revoked''',
    'invited_members', 'status = ''invited''', 'accepted_members', 'status = ''accepted''',
    'revoked_members', 'status = ''revoked''',
    'asked_members', 'status = ''invited'' and asked_at is not null and approved_at is null',
    'confirmed_owners', 'role = ''owner'' and status = ''confirmed'' and place_of_provider is null',
    'waiting_owners', 'role = ''owner'' and status in (''invited'', ''accepted'') and place_of_provider is null'
  );--> statement-breakpoint
DROP TRIGGER "organization_members_are_counted_on_update" ON "organization_members";--> statement-breakpoint
CREATE TRIGGER "organization_members_are_counted_on_update" AFTER UPDATE ON "organization_members"
  REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION keep_counts(
    'organizations', 'kept.id = counted.organization_id', 'organization_id', 'members', 'status <> ''revoked''',
    'invited_members', 'status = ''invited''', 'accepted_members', 'status = ''accepted''',
    'revoked_members', 'status = ''revoked''',
    'asked_members', 'status = ''invited'' and asked_at is not null and approved_at is null',
    'confirmed_owners', 'role = ''owner'' and status = ''confirmed'' and place_of_provider is null',
    'waiting_owners', 'role = ''owner'' and status in (''invited'', ''accepted'') and place_of_provider is null'
  );--> statement-breakpoint
DROP TRIGGER "organization_members_are_counted_on_delete" ON "organization_members";--> statement-breakpoint
CREATE TRIGGER "organization_members_are_counted_on_delete" AFTER DELETE ON "organization_members"
  REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION keep_counts(
    'organizations', 'kept.id = counted.organization_id', 'organization_id', 'members', 'status <> ''revoked''',
    'invited_members', 'status = ''invited''', 'accepted_members', 'status = ''accepted''',
    'revoked_members', 'status = ''revoked''',
    'asked_members', 'status = ''invited'' and asked_at is not null and approved_at is null',
    'confirmed_owners', 'role = ''owner'' and status = ''confirmed'' and place_of_provider is null',
    'waiting_owners', 'role = ''owner'' and status in (''invited'', ''accepted'') and place_of_provider is null'
  );--> statement-breakpoint
-- A tag of a client begins with a copy of what lists show of the client. Reading the client holds it, so that whoever
-- changes it at this moment finds this row afterwards.
CREATE FUNCTION copy_client() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT client.name, client.sort_name, client.plan, client.standing, client.needs_attention, client.tags, client.seats,
      client.used_seats, client.remaining_seats, client.accepted_members
    INTO new.name, new.sort_name, new.plan, new.standing, new.needs_attention, new.tags, new.seats, new.used_seats,
      new.remaining_seats, new.accepted_members
    FROM organizations AS client WHERE client.id = new.organization_id FOR NO KEY UPDATE;
  RETURN new;
END $$;--> statement-breakpoint
-- A client's row says which tags it has.
CREATE FUNCTION list_tags() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE organizations AS client SET tags = coalesce(
      (SELECT array_agg(tag_id ORDER BY tag_id) FROM client_tags WHERE organization_id = client.id), '{}')
    WHERE client.id IN (SELECT organization_id FROM changed);
  RETURN NULL;
END $$;--> statement-breakpoint
-- Where a client with tags changes, so do the copies.
CREATE FUNCTION copy_client_anew() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE client_tags SET name = new.name, sort_name = new.sort_name, plan = new.plan, standing = new.standing,
      needs_attention = new.needs_attention, tags = new.tags, seats = new.seats, used_seats = new.used_seats,
      remaining_seats = new.remaining_seats, accepted_members = new.accepted_members
    WHERE organization_id = new.id;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "client_tags_copy_the_client" BEFORE INSERT ON "client_tags"
  FOR EACH ROW EXECUTE FUNCTION copy_client();--> statement-breakpoint
CREATE TRIGGER "client_tags_are_listed_on_insert" AFTER INSERT ON "client_tags"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION list_tags();--> statement-breakpoint
CREATE TRIGGER "client_tags_are_listed_on_delete" AFTER DELETE ON "client_tags"
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION list_tags();--> statement-breakpoint
CREATE TRIGGER "clients_with_tags_are_copied" AFTER UPDATE ON "organizations" FOR EACH ROW
  WHEN (new."tags" <> '{}' AND (old."name", old."sort_name", old."plan", old."standing", old."needs_attention", old."tags",
      old."seats", old."used_seats", old."accepted_members")
    IS DISTINCT FROM (new."name", new."sort_name", new."plan", new."standing", new."needs_attention", new."tags",
      new."seats", new."used_seats", new."accepted_members"))
  EXECUTE FUNCTION copy_client_anew();--> statement-breakpoint
CREATE TRIGGER "client_job_rows_are_counted_on_insert" AFTER INSERT ON "client_job_rows"
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION keep_counts(
    'client_jobs', 'kept.id = counted.job_id', 'job_id', 'clients', 'true',
    'done', 'done_at is not null', 'refused', 'refusal is not null'
  );--> statement-breakpoint
CREATE TRIGGER "client_job_rows_are_counted_on_update" AFTER UPDATE ON "client_job_rows"
  REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION keep_counts(
    'client_jobs', 'kept.id = counted.job_id', 'job_id', 'clients', 'true',
    'done', 'done_at is not null', 'refused', 'refusal is not null'
  );--> statement-breakpoint
CREATE TRIGGER "client_job_rows_are_counted_on_delete" AFTER DELETE ON "client_job_rows"
  REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION keep_counts(
    'client_jobs', 'kept.id = counted.job_id', 'job_id', 'clients', 'true',
    'done', 'done_at is not null', 'refused', 'refusal is not null'
  );
