CREATE TABLE "ciphers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organization_id" uuid,
	"user_id" uuid,
	"type" text NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"notes" text,
	"login" jsonb,
	"reprompt" text DEFAULT 'none' NOT NULL,
	"deleted_at" timestamp (3) with time zone,
	"archived_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"revised_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "ciphers_in_organization" UNIQUE("organization_id","id"),
	CONSTRAINT "ciphers_have_one_owner" CHECK (num_nonnulls("ciphers"."organization_id", "ciphers"."user_id") = 1),
	CONSTRAINT "ciphers_of_type_login_have_a_login" CHECK (("ciphers"."type" = 'login') = ("ciphers"."login" is not null))
);
--> statement-breakpoint
CREATE TABLE "client_visits" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"provider_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "collection_ciphers" (
	"organization_id" uuid NOT NULL,
	"collection_id" uuid NOT NULL,
	"cipher_id" uuid NOT NULL,
	CONSTRAINT "collection_ciphers_collection_id_cipher_id_pk" PRIMARY KEY("collection_id","cipher_id")
);
--> statement-breakpoint
CREATE TABLE "collection_members" (
	"organization_id" uuid NOT NULL,
	"collection_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"permission" text NOT NULL,
	CONSTRAINT "collection_members_member_id_collection_id_pk" PRIMARY KEY("member_id","collection_id")
);
--> statement-breakpoint
CREATE TABLE "collections" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organization_id" uuid NOT NULL,
	"name" text NOT NULL,
	"external_id" text,
	"type" text DEFAULT 'shared' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"revised_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "collections_in_organization" UNIQUE("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "devices" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid NOT NULL,
	"identifier" uuid NOT NULL,
	"type" text NOT NULL,
	"name" text,
	"push_token" text,
	"last_seen_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"revised_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "devices_of_user" UNIQUE("user_id","identifier"),
	CONSTRAINT "devices_with_user" UNIQUE("user_id","id"),
	CONSTRAINT "devices_name_limit" CHECK (length("devices"."name") <= 50)
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"type" text NOT NULL,
	"actor_id" uuid,
	"system_actor" text,
	"session_id" uuid,
	"device_type" text,
	"ip" text,
	"user_id" uuid,
	"provider_id" uuid,
	"provider_member_id" uuid,
	"provider_organization_id" uuid,
	"organization_id" uuid,
	"organization_member_id" uuid,
	"collection_id" uuid,
	"cipher_id" uuid,
	"details" jsonb
);
--> statement-breakpoint
CREATE TABLE "one_time_tokens" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"hash" text NOT NULL,
	"purpose" text NOT NULL,
	"email" text,
	"provider_id" uuid,
	"provider_member_id" uuid,
	"organization_member_id" uuid,
	"user_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"replaced_at" timestamp (3) with time zone,
	CONSTRAINT "one_time_tokens_hash_unique" UNIQUE("hash"),
	CONSTRAINT "one_time_tokens_have_their_subject" CHECK (("one_time_tokens"."purpose" = 'instance_set_up' and num_nonnulls("one_time_tokens"."provider_id", "one_time_tokens"."provider_member_id", "one_time_tokens"."organization_member_id", "one_time_tokens"."user_id") = 0)
        or ("one_time_tokens"."purpose" = 'registration' and "one_time_tokens"."email" is not null)
        or ("one_time_tokens"."purpose" = 'provider_set_up' and "one_time_tokens"."provider_id" is not null and "one_time_tokens"."email" is not null)
        or ("one_time_tokens"."purpose" = 'provider_member' and "one_time_tokens"."provider_member_id" is not null and "one_time_tokens"."email" is not null)
        or ("one_time_tokens"."purpose" = 'organization_member' and "one_time_tokens"."organization_member_id" is not null and "one_time_tokens"."email" is not null)
        or ("one_time_tokens"."purpose" = 'email_verification' and "one_time_tokens"."user_id" is not null and "one_time_tokens"."email" is not null))
);
--> statement-breakpoint
CREATE TABLE "organization_members" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organization_id" uuid NOT NULL,
	"user_id" uuid,
	"email" text,
	"role" text NOT NULL,
	"permissions" jsonb,
	"status" text NOT NULL,
	"revocation_reason" text,
	"organization_key_for_member" text,
	"user_key_for_organization" text,
	"external_id" text,
	"invited_at" timestamp (3) with time zone,
	"accepted_at" timestamp (3) with time zone,
	"confirmed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"revised_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "organization_members_email_once" UNIQUE("organization_id","email"),
	CONSTRAINT "organization_members_user_once" UNIQUE("organization_id","user_id"),
	CONSTRAINT "organization_members_external_once" UNIQUE("organization_id","external_id"),
	CONSTRAINT "organization_members_in_organization" UNIQUE("organization_id","id"),
	CONSTRAINT "organization_members_states" CHECK (("organization_members"."status" in ('invited', 'staged') and "organization_members"."email" is not null and "organization_members"."user_id" is null and "organization_members"."organization_key_for_member" is null)
        or ("organization_members"."status" = 'accepted' and "organization_members"."email" is null and "organization_members"."user_id" is not null and "organization_members"."organization_key_for_member" is null)
        or ("organization_members"."status" = 'confirmed' and "organization_members"."email" is null and "organization_members"."user_id" is not null and "organization_members"."organization_key_for_member" is not null)
        or "organization_members"."status" = 'revoked')
);
--> statement-breakpoint
CREATE TABLE "organizations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"provider_id" uuid,
	"name" text NOT NULL,
	"sort_name" text NOT NULL,
	"business_name" text,
	"billing_email" text NOT NULL,
	"identifier" text,
	"plan" text NOT NULL,
	"status" text NOT NULL,
	"state" text DEFAULT 'enabled' NOT NULL,
	"features" text[] NOT NULL,
	"provider_access" text DEFAULT 'full' NOT NULL,
	"seats" integer NOT NULL,
	"used_seats" integer DEFAULT 0 NOT NULL,
	"remaining_seats" integer GENERATED ALWAYS AS (seats - used_seats) STORED NOT NULL,
	"public_key" text NOT NULL,
	"private_key_for_organization" text NOT NULL,
	"limit_collection_creation" boolean DEFAULT true NOT NULL,
	"limit_collection_deletion" boolean DEFAULT true NOT NULL,
	"limit_item_deletion" boolean DEFAULT false NOT NULL,
	"allow_admin_access_to_all_collection_items" boolean DEFAULT true NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"revised_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "organizations_identifier_unique" UNIQUE("identifier"),
	CONSTRAINT "organizations_with_provider" UNIQUE("provider_id","id"),
	CONSTRAINT "organizations_name_limit" CHECK (length("organizations"."name") between 1 and 50),
	CONSTRAINT "organizations_seats" CHECK ("organizations"."seats" between 1 and 100000 and "organizations"."used_seats" between 0 and "organizations"."seats"),
	CONSTRAINT "organizations_managed_have_a_provider" CHECK (("organizations"."status" = 'managed') = ("organizations"."provider_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"recipient" text NOT NULL,
	"payload" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"run_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"locked_until" timestamp (3) with time zone,
	"sent_at" timestamp (3) with time zone,
	"failed_at" timestamp (3) with time zone,
	"last_error" text
);
--> statement-breakpoint
CREATE TABLE "provider_members" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"provider_id" uuid NOT NULL,
	"user_id" uuid,
	"email" text,
	"role" text NOT NULL,
	"status" text NOT NULL,
	"provider_key_for_member" text,
	"invited_at" timestamp (3) with time zone,
	"accepted_at" timestamp (3) with time zone,
	"confirmed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"revised_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "provider_members_email_once" UNIQUE("provider_id","email"),
	CONSTRAINT "provider_members_user_once" UNIQUE("provider_id","user_id"),
	CONSTRAINT "provider_members_states" CHECK (("provider_members"."status" = 'invited' and "provider_members"."email" is not null and "provider_members"."user_id" is null and "provider_members"."provider_key_for_member" is null)
        or ("provider_members"."status" = 'accepted' and "provider_members"."email" is null and "provider_members"."user_id" is not null and "provider_members"."provider_key_for_member" is null)
        or ("provider_members"."status" = 'confirmed' and "provider_members"."email" is null and "provider_members"."user_id" is not null and "provider_members"."provider_key_for_member" is not null))
);
--> statement-breakpoint
CREATE TABLE "provider_organizations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"provider_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"organization_key_for_provider" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"revised_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "provider_organizations_organizationId_unique" UNIQUE("organization_id"),
	CONSTRAINT "provider_organizations_of_provider" UNIQUE("provider_id","organization_id")
);
--> statement-breakpoint
CREATE TABLE "provider_plans" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"provider_id" uuid NOT NULL,
	"plan" text NOT NULL,
	"seat_minimum" integer NOT NULL,
	"allocated_seats" integer DEFAULT 0 NOT NULL,
	"purchased_seats" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"revised_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "provider_plans_once" UNIQUE("provider_id","plan"),
	CONSTRAINT "provider_plans_counts" CHECK ("provider_plans"."seat_minimum" >= 0 and "provider_plans"."allocated_seats" >= 0),
	CONSTRAINT "provider_plans_purchased" CHECK ("provider_plans"."purchased_seats" = greatest(0, "provider_plans"."allocated_seats" - "provider_plans"."seat_minimum"))
);
--> statement-breakpoint
CREATE TABLE "providers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text,
	"owner_email" text NOT NULL,
	"business_name" text,
	"billing_email" text,
	"billing_phone" text,
	"address_line1" text,
	"address_line2" text,
	"postal_code" text,
	"city" text,
	"region" text,
	"country" text,
	"tax_number" text,
	"type" text DEFAULT 'msp' NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"state" text DEFAULT 'enabled' NOT NULL,
	"use_events" boolean DEFAULT true NOT NULL,
	"set_up_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"revised_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "providers_name_limit" CHECK (length("providers"."name") <= 50 and length("providers"."business_name") <= 50),
	CONSTRAINT "providers_ready_are_named" CHECK ("providers"."status" = 'pending' or ("providers"."name" is not null and "providers"."billing_email" is not null))
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"device_id" uuid NOT NULL,
	"security_stamp" uuid NOT NULL,
	"ip" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email" text NOT NULL,
	"email_verified_at" timestamp (3) with time zone,
	"name" text,
	"kind" text DEFAULT 'person' NOT NULL,
	"instance_role" text DEFAULT 'user' NOT NULL,
	"locale" text,
	"password_hash" text NOT NULL,
	"kdf_type" text NOT NULL,
	"kdf_iterations" integer NOT NULL,
	"kdf_memory" integer,
	"kdf_parallelism" integer,
	"user_key_for_account" text NOT NULL,
	"public_key" text NOT NULL,
	"private_key_for_account" text NOT NULL,
	"security_stamp" uuid DEFAULT gen_random_uuid() NOT NULL,
	"account_revised_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"revised_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "users_email_unique" UNIQUE("email"),
	CONSTRAINT "users_email_normalized" CHECK ("users"."email" = lower("users"."email") and length("users"."email") <= 256),
	CONSTRAINT "users_name_limit" CHECK (length("users"."name") <= 50),
	CONSTRAINT "users_kdf_floor" CHECK (("users"."kdf_type" = 'pbkdf2_sha256' and "users"."kdf_iterations" between 600000 and 2000000)
        or ("users"."kdf_type" = 'argon2id' and "users"."kdf_iterations" between 3 and 10
          and "users"."kdf_memory" between 32 and 1024 and "users"."kdf_parallelism" between 1 and 16))
);
--> statement-breakpoint
ALTER TABLE "ciphers" ADD CONSTRAINT "ciphers_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ciphers" ADD CONSTRAINT "ciphers_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client_visits" ADD CONSTRAINT "client_visits_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client_visits" ADD CONSTRAINT "client_visits_of_a_client" FOREIGN KEY ("provider_id","organization_id") REFERENCES "public"."provider_organizations"("provider_id","organization_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collection_ciphers" ADD CONSTRAINT "collection_ciphers_collection_of_same_organization" FOREIGN KEY ("organization_id","collection_id") REFERENCES "public"."collections"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collection_ciphers" ADD CONSTRAINT "collection_ciphers_cipher_of_same_organization" FOREIGN KEY ("organization_id","cipher_id") REFERENCES "public"."ciphers"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collection_members" ADD CONSTRAINT "collection_members_collection_of_same_organization" FOREIGN KEY ("organization_id","collection_id") REFERENCES "public"."collections"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collection_members" ADD CONSTRAINT "collection_members_member_of_same_organization" FOREIGN KEY ("organization_id","member_id") REFERENCES "public"."organization_members"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collections" ADD CONSTRAINT "collections_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "devices" ADD CONSTRAINT "devices_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "one_time_tokens" ADD CONSTRAINT "one_time_tokens_provider_id_providers_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."providers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "one_time_tokens" ADD CONSTRAINT "one_time_tokens_provider_member_id_provider_members_id_fk" FOREIGN KEY ("provider_member_id") REFERENCES "public"."provider_members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "one_time_tokens" ADD CONSTRAINT "one_time_tokens_organization_member_id_organization_members_id_fk" FOREIGN KEY ("organization_member_id") REFERENCES "public"."organization_members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "one_time_tokens" ADD CONSTRAINT "one_time_tokens_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organization_members" ADD CONSTRAINT "organization_members_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organization_members" ADD CONSTRAINT "organization_members_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_provider_id_providers_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."providers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider_members" ADD CONSTRAINT "provider_members_provider_id_providers_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."providers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider_members" ADD CONSTRAINT "provider_members_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider_organizations" ADD CONSTRAINT "provider_organizations_same_provider" FOREIGN KEY ("provider_id","organization_id") REFERENCES "public"."organizations"("provider_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider_plans" ADD CONSTRAINT "provider_plans_provider_id_providers_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."providers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_device_of_same_user" FOREIGN KEY ("user_id","device_id") REFERENCES "public"."devices"("user_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ciphers_of_organization" ON "ciphers" USING btree ("organization_id","revised_at");--> statement-breakpoint
CREATE INDEX "ciphers_of_user" ON "ciphers" USING btree ("user_id","revised_at");--> statement-breakpoint
CREATE UNIQUE INDEX "client_visits_one_open" ON "client_visits" USING btree ("session_id","organization_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "collection_ciphers_of_cipher" ON "collection_ciphers" USING btree ("cipher_id");--> statement-breakpoint
CREATE INDEX "collection_members_of_collection" ON "collection_members" USING btree ("collection_id");--> statement-breakpoint
CREATE INDEX "collections_by_age" ON "collections" USING btree ("organization_id","created_at","id");--> statement-breakpoint
CREATE INDEX "events_of_organization" ON "events" USING btree ("organization_id","at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "events_of_provider" ON "events" USING btree ("provider_id","at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "events_of_actor" ON "events" USING btree ("actor_id","at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "one_time_tokens_of_provider" ON "one_time_tokens" USING btree ("provider_id");--> statement-breakpoint
CREATE INDEX "one_time_tokens_of_provider_member" ON "one_time_tokens" USING btree ("provider_member_id");--> statement-breakpoint
CREATE INDEX "one_time_tokens_of_organization_member" ON "one_time_tokens" USING btree ("organization_member_id");--> statement-breakpoint
CREATE INDEX "one_time_tokens_by_email" ON "one_time_tokens" USING btree ("email","purpose");--> statement-breakpoint
CREATE INDEX "organization_members_of_user" ON "organization_members" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "organization_members_by_status" ON "organization_members" USING btree ("organization_id","status");--> statement-breakpoint
CREATE INDEX "clients_by_name" ON "organizations" USING btree ("provider_id","sort_name","id","name","plan","state","seats","used_seats","remaining_seats");--> statement-breakpoint
CREATE INDEX "clients_by_seats" ON "organizations" USING btree ("provider_id","seats","id","name","plan","state","seats","used_seats","remaining_seats");--> statement-breakpoint
CREATE INDEX "clients_by_used" ON "organizations" USING btree ("provider_id","used_seats","id","name","plan","state","seats","used_seats","remaining_seats");--> statement-breakpoint
CREATE INDEX "clients_by_remaining" ON "organizations" USING btree ("provider_id","remaining_seats","id","name","plan","state","seats","used_seats","remaining_seats");--> statement-breakpoint
CREATE INDEX "clients_by_plan" ON "organizations" USING btree ("provider_id","plan","id","name","plan","state","seats","used_seats","remaining_seats");--> statement-breakpoint
CREATE INDEX "outbox_due" ON "outbox" USING btree ("run_at") WHERE sent_at is null and failed_at is null;--> statement-breakpoint
CREATE INDEX "outbox_of_recipient" ON "outbox" USING btree ("recipient","created_at");--> statement-breakpoint
CREATE INDEX "provider_members_of_user" ON "provider_members" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "provider_members_by_status" ON "provider_members" USING btree ("provider_id","status");--> statement-breakpoint
CREATE INDEX "rate_limits_by_expiry" ON "rate_limits" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "sessions_of_user" ON "sessions" USING btree ("user_id","last_seen_at");