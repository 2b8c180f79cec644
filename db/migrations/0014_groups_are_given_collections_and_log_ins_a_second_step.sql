CREATE TABLE "authenticators" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"sealed_secret" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"confirmed_at" timestamp (3) with time zone,
	"last_step" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "collection_groups" (
	"organization_id" uuid NOT NULL,
	"collection_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"permission" text NOT NULL,
	CONSTRAINT "collection_groups_group_id_collection_id_pk" PRIMARY KEY("group_id","collection_id")
);
--> statement-breakpoint
CREATE TABLE "group_members" (
	"organization_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	CONSTRAINT "group_members_group_id_member_id_pk" PRIMARY KEY("group_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "groups" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organization_id" uuid NOT NULL,
	"name" text NOT NULL,
	"sort_name" text collate "C" NOT NULL,
	"external_id" text,
	"members" integer DEFAULT 0 NOT NULL,
	"collections" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"revised_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "groups_in_organization" UNIQUE("organization_id","id"),
	CONSTRAINT "groups_external_once" UNIQUE("organization_id","external_id"),
	CONSTRAINT "groups_name_limit" CHECK (length("groups"."name") between 1 and 1000)
);
--> statement-breakpoint
CREATE TABLE "recovery_codes" (
	"user_id" uuid NOT NULL,
	"hash" text NOT NULL,
	"used_at" timestamp (3) with time zone,
	CONSTRAINT "recovery_codes_user_id_hash_pk" PRIMARY KEY("user_id","hash")
);
--> statement-breakpoint
DROP VIEW "public"."collection_access";--> statement-breakpoint
DROP INDEX "clients_by_name";--> statement-breakpoint
DROP INDEX "clients_by_seats";--> statement-breakpoint
DROP INDEX "clients_by_used";--> statement-breakpoint
DROP INDEX "clients_by_remaining";--> statement-breakpoint
DROP INDEX "clients_by_plan";--> statement-breakpoint
ALTER TABLE "devices" ADD COLUMN "remember_hash" text;--> statement-breakpoint
ALTER TABLE "devices" ADD COLUMN "remembered_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "group_id" uuid;--> statement-breakpoint
ALTER TABLE "authenticators" ADD CONSTRAINT "authenticators_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collection_groups" ADD CONSTRAINT "collection_groups_collection_of_same_organization" FOREIGN KEY ("organization_id","collection_id") REFERENCES "public"."collections"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collection_groups" ADD CONSTRAINT "collection_groups_group_of_same_organization" FOREIGN KEY ("organization_id","group_id") REFERENCES "public"."groups"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_members" ADD CONSTRAINT "group_members_group_of_same_organization" FOREIGN KEY ("organization_id","group_id") REFERENCES "public"."groups"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_members" ADD CONSTRAINT "group_members_member_of_same_organization" FOREIGN KEY ("organization_id","member_id") REFERENCES "public"."organization_members"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "groups" ADD CONSTRAINT "groups_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "collection_groups_of_collection" ON "collection_groups" USING btree ("collection_id","permission","group_id");--> statement-breakpoint
CREATE INDEX "group_members_of_member" ON "group_members" USING btree ("member_id","group_id");--> statement-breakpoint
CREATE INDEX "groups_by_name" ON "groups" USING btree ("organization_id","sort_name","id");--> statement-breakpoint
CREATE INDEX "client_visits_of_organization" ON "client_visits" USING btree ("organization_id","started_at","id");--> statement-breakpoint
CREATE INDEX "events_of_visit" ON "events" USING btree ("organization_id","session_id","at") WHERE organization_id is not null and provider_id is not null;--> statement-breakpoint
CREATE INDEX "clients_by_name" ON "organizations" USING btree ("provider_id","sort_name","id","name","plan","state","seats","used_seats","remaining_seats","members","invited_members","accepted_members");--> statement-breakpoint
CREATE INDEX "clients_by_seats" ON "organizations" USING btree ("provider_id","seats","id","name","plan","state","seats","used_seats","remaining_seats","members","invited_members","accepted_members");--> statement-breakpoint
CREATE INDEX "clients_by_used" ON "organizations" USING btree ("provider_id","used_seats","id","name","plan","state","seats","used_seats","remaining_seats","members","invited_members","accepted_members");--> statement-breakpoint
CREATE INDEX "clients_by_remaining" ON "organizations" USING btree ("provider_id","remaining_seats","id","name","plan","state","seats","used_seats","remaining_seats","members","invited_members","accepted_members");--> statement-breakpoint
CREATE INDEX "clients_by_plan" ON "organizations" USING btree ("provider_id","plan","id","name","plan","state","seats","used_seats","remaining_seats","members","invited_members","accepted_members");--> statement-breakpoint
CREATE VIEW "public"."collection_access" AS (select given.organization_id, given.collection_id, given.member_id, null::uuid as group_id, member.user_id,
      member.status as member_status, given.permission
    from "collection_members" as given
    left join "organization_members" as member on member.id = given.member_id
    union all
    select shared.organization_id, shared.collection_id, belonging.member_id, shared.group_id, member.user_id,
      member.status as member_status, shared.permission
    from "collection_groups" as shared
    join "group_members" as belonging on belonging.group_id = shared.group_id
    left join "organization_members" as member on member.id = belonging.member_id
    where not exists (select from "collection_members" as given
      where given.member_id = belonging.member_id and given.collection_id = shared.collection_id));--> statement-breakpoint
CREATE TRIGGER "group_members_are_counted_on_insert" AFTER INSERT ON "group_members"
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION keep_counts(
    'groups', 'kept.id = counted.group_id', 'group_id', 'members', 'true'
  );--> statement-breakpoint
CREATE TRIGGER "group_members_are_counted_on_delete" AFTER DELETE ON "group_members"
  REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION keep_counts(
    'groups', 'kept.id = counted.group_id', 'group_id', 'members', 'true'
  );--> statement-breakpoint
CREATE TRIGGER "collection_groups_are_counted_on_insert" AFTER INSERT ON "collection_groups"
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION keep_counts(
    'groups', 'kept.id = counted.group_id', 'group_id', 'collections', 'true'
  );--> statement-breakpoint
CREATE TRIGGER "collection_groups_are_counted_on_delete" AFTER DELETE ON "collection_groups"
  REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION keep_counts(
    'groups', 'kept.id = counted.group_id', 'group_id', 'collections', 'true'
  );
