ALTER TABLE "ciphers" ADD COLUMN "fields" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "ciphers" ADD COLUMN "password_history" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "ciphers" ADD CONSTRAINT "ciphers_hold_sealed_lists" CHECK (jsonb_typeof("ciphers"."fields") = 'array' and not jsonb_path_exists("ciphers"."fields", 'strict $.** ? (@.type() == "string"
        && !(@ like_regex "^(2[.][A-Za-z0-9+/=]+[|][A-Za-z0-9+/=]+[|][A-Za-z0-9+/=]+|[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z)$"))')
        and jsonb_typeof("ciphers"."password_history") = 'array' and not jsonb_path_exists("ciphers"."password_history", 'strict $.** ? (@.type() == "string"
        && !(@ like_regex "^(2[.][A-Za-z0-9+/=]+[|][A-Za-z0-9+/=]+[|][A-Za-z0-9+/=]+|[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z)$"))'));