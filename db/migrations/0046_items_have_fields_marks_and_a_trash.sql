CREATE TABLE "item_marks" (
	"user_id" uuid NOT NULL,
	"cipher_id" uuid NOT NULL,
	"is_favorite" boolean DEFAULT false NOT NULL,
	"archived_at" timestamp (3) with time zone,
	CONSTRAINT "item_marks_user_id_cipher_id_pk" PRIMARY KEY("user_id","cipher_id")
);
--> statement-breakpoint
ALTER TABLE "ciphers" ADD COLUMN "fields" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "ciphers" ADD COLUMN "password_history" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "item_marks" ADD CONSTRAINT "item_marks_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_marks" ADD CONSTRAINT "item_marks_cipher_id_ciphers_id_fk" FOREIGN KEY ("cipher_id") REFERENCES "public"."ciphers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "item_marks_of_cipher" ON "item_marks" USING btree ("cipher_id");--> statement-breakpoint
CREATE INDEX "ciphers_in_trash" ON "ciphers" USING btree ("deleted_at") WHERE deleted_at is not null;--> statement-breakpoint
ALTER TABLE "ciphers" DROP COLUMN "archived_at";--> statement-breakpoint
ALTER TABLE "ciphers" ADD CONSTRAINT "ciphers_hold_sealed_lists" CHECK (jsonb_typeof("ciphers"."fields") = 'array' and not jsonb_path_exists("ciphers"."fields", 'strict $.** ? (@.type() == "string"
        && !(@ like_regex "^(2[.][A-Za-z0-9+/=]+[|][A-Za-z0-9+/=]+[|][A-Za-z0-9+/=]+|[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z)$"))')
        and jsonb_typeof("ciphers"."password_history") = 'array' and not jsonb_path_exists("ciphers"."password_history", 'strict $.** ? (@.type() == "string"
        && !(@ like_regex "^(2[.][A-Za-z0-9+/=]+[|][A-Za-z0-9+/=]+[|][A-Za-z0-9+/=]+|[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z)$"))'));