-- Fifty characters, as people count them, are more code points in many scripts. The bytes are what an index has room for.
ALTER TABLE "devices" DROP CONSTRAINT "devices_name_limit";--> statement-breakpoint
ALTER TABLE "groups" DROP CONSTRAINT "groups_name_limit";--> statement-breakpoint
ALTER TABLE "organizations" DROP CONSTRAINT "organizations_name_limit";--> statement-breakpoint
ALTER TABLE "passkeys" DROP CONSTRAINT "passkeys_name_limit";--> statement-breakpoint
ALTER TABLE "providers" DROP CONSTRAINT "providers_name_limit";--> statement-breakpoint
ALTER TABLE "users" DROP CONSTRAINT "users_name_limit";--> statement-breakpoint
ALTER TABLE "devices" ADD CONSTRAINT "devices_name_limit" CHECK (octet_length("devices"."name") <= 1000);--> statement-breakpoint
ALTER TABLE "groups" ADD CONSTRAINT "groups_name_limit" CHECK (octet_length("groups"."name") between 1 and 1000);--> statement-breakpoint
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_name_limit" CHECK (octet_length("organizations"."name") between 1 and 1000);--> statement-breakpoint
ALTER TABLE "passkeys" ADD CONSTRAINT "passkeys_name_limit" CHECK (octet_length("passkeys"."name") <= 1000);--> statement-breakpoint
ALTER TABLE "providers" ADD CONSTRAINT "providers_name_limit" CHECK (octet_length("providers"."name") <= 1000 and octet_length("providers"."business_name") <= 1000);--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_name_limit" CHECK (octet_length("users"."name") <= 1000);