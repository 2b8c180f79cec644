CREATE TABLE "used_bearers" (
	"hash" text PRIMARY KEY NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "one_time_tokens" DROP CONSTRAINT "one_time_tokens_have_their_subject";--> statement-breakpoint
CREATE INDEX "used_bearers_by_expiry" ON "used_bearers" USING btree ("expires_at");--> statement-breakpoint
ALTER TABLE "one_time_tokens" ADD CONSTRAINT "one_time_tokens_have_their_subject" CHECK (("one_time_tokens"."purpose" = 'instance_set_up' and num_nonnulls("one_time_tokens"."provider_id", "one_time_tokens"."provider_member_id", "one_time_tokens"."organization_member_id", "one_time_tokens"."user_id") = 0)
        or ("one_time_tokens"."purpose" in ('administrator', 'registration') and "one_time_tokens"."email" is not null)
        or ("one_time_tokens"."purpose" = 'provider_set_up' and "one_time_tokens"."provider_id" is not null and "one_time_tokens"."email" is not null)
        or ("one_time_tokens"."purpose" = 'provider_member' and "one_time_tokens"."provider_member_id" is not null and "one_time_tokens"."email" is not null)
        or ("one_time_tokens"."purpose" = 'organization_member' and "one_time_tokens"."organization_member_id" is not null and "one_time_tokens"."email" is not null)
        or ("one_time_tokens"."purpose" = 'email_verification' and "one_time_tokens"."user_id" is not null and "one_time_tokens"."email" is not null));