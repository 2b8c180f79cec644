-- Every item that exists is a login, and what its login held is its data.
ALTER TABLE "ciphers" RENAME COLUMN "login" TO "data";--> statement-breakpoint
UPDATE "ciphers" SET "data" = '{}' WHERE "data" IS NULL;--> statement-breakpoint
ALTER TABLE "ciphers" ALTER COLUMN "data" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "ciphers" DROP CONSTRAINT "ciphers_of_type_login_have_a_login";--> statement-breakpoint
ALTER TABLE "ciphers" ADD CONSTRAINT "ciphers_hold_sealed_texts" CHECK (jsonb_typeof("ciphers"."data") = 'object' and not jsonb_path_exists("ciphers"."data", 'strict $.** ? (@.type() == "string"
        && !(@ like_regex "^(2[.][A-Za-z0-9+/=]+[|][A-Za-z0-9+/=]+[|][A-Za-z0-9+/=]+|[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z)$"))'));