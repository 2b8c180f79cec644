-- Apps work it out of the key, and each says it again when it is not there.
ALTER TABLE "users" ADD COLUMN "user_key_id" text;--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_key_id_form" CHECK ("users"."user_key_id" ~ '^[0-9a-f]{32}$');