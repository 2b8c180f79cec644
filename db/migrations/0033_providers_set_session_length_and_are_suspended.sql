ALTER TABLE "one_time_tokens" DROP CONSTRAINT "one_time_tokens_have_their_subject";--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "suspended_with_provider" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "providers" ADD COLUMN "sort_name" text collate "C" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "providers" ADD COLUMN "suspended_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "providers" ADD COLUMN "suspension_reason" text;--> statement-breakpoint
ALTER TABLE "providers" ADD COLUMN "service_users_create_clients" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "providers" ADD COLUMN "session_hours" integer DEFAULT 12 NOT NULL;--> statement-breakpoint
ALTER TABLE "providers" ADD COLUMN "language" text;--> statement-breakpoint
-- Names beyond ASCII get their key when names are folded, after all migrations.
UPDATE "providers" SET "sort_name" = lower(coalesce("name", "owner_email"));--> statement-breakpoint
CREATE INDEX "providers_by_name" ON "providers" USING btree ("sort_name","id");--> statement-breakpoint
ALTER TABLE "one_time_tokens" ADD CONSTRAINT "one_time_tokens_have_their_subject" CHECK (("one_time_tokens"."purpose" = 'instance_set_up' and num_nonnulls("one_time_tokens"."provider_id", "one_time_tokens"."provider_member_id", "one_time_tokens"."organization_member_id", "one_time_tokens"."user_id") = 0)
        or ("one_time_tokens"."purpose" in ('administrator', 'registration') and "one_time_tokens"."email" is not null)
        or ("one_time_tokens"."purpose" = 'provider_set_up' and "one_time_tokens"."provider_id" is not null and "one_time_tokens"."email" is not null)
        or ("one_time_tokens"."purpose" = 'provider_member' and "one_time_tokens"."provider_member_id" is not null and "one_time_tokens"."email" is not null)
        or ("one_time_tokens"."purpose" = 'organization_member' and "one_time_tokens"."organization_member_id" is not null and "one_time_tokens"."email" is not null)
        or ("one_time_tokens"."purpose" = 'provider_deletion' and "one_time_tokens"."provider_id" is not null and "one_time_tokens"."user_id" is not null and "one_time_tokens"."email" is not null)
        or ("one_time_tokens"."purpose" = 'email_verification' and "one_time_tokens"."user_id" is not null and "one_time_tokens"."email" is not null));--> statement-breakpoint
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_suspended_with_provider" CHECK (not "organizations"."suspended_with_provider" or "organizations"."state" = 'suspended');--> statement-breakpoint
ALTER TABLE "providers" ADD CONSTRAINT "providers_session_hours" CHECK ("providers"."session_hours" between 1 and 720);--> statement-breakpoint
ALTER TABLE "providers" ADD CONSTRAINT "providers_reason_limit" CHECK (length("providers"."suspension_reason") <= 1000 and ("providers"."state" = 'suspended' or "providers"."suspension_reason" is null));