CREATE TABLE "account_recoveries" (
	"organization_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"for_provider" boolean NOT NULL,
	"approved_by" uuid,
	"approved_at" timestamp (3) with time zone,
	"ready_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "account_recoveries_organization_id_member_id_pk" PRIMARY KEY("organization_id","member_id"),
	CONSTRAINT "account_recoveries_approved_by_somebody" CHECK (("account_recoveries"."approved_by" is null) = ("account_recoveries"."approved_at" is null))
);
--> statement-breakpoint
CREATE TABLE "organization_key_handovers" (
	"organization_id" uuid NOT NULL,
	"organization_key_id" uuid NOT NULL,
	"provider_member_id" uuid NOT NULL,
	"key" text NOT NULL,
	CONSTRAINT "organization_key_handovers_organization_id_provider_member_id_pk" PRIMARY KEY("organization_id","provider_member_id")
);
--> statement-breakpoint
CREATE TABLE "organization_key_successions" (
	"organization_id" uuid NOT NULL,
	"key_id" uuid NOT NULL,
	"predecessor" text NOT NULL,
	"proof" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "organization_key_successions_organization_id_key_id_pk" PRIMARY KEY("organization_id","key_id")
);
--> statement-breakpoint
CREATE TABLE "rotation_debt_items" (
	"debt_id" uuid NOT NULL,
	"cipher_id" uuid NOT NULL,
	CONSTRAINT "rotation_debt_items_debt_id_cipher_id_pk" PRIMARY KEY("debt_id","cipher_id")
);
--> statement-breakpoint
CREATE TABLE "rotation_debts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organization_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"user_id" uuid,
	"removed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rotation_rows" (
	"rotation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"row_id" text NOT NULL,
	"version" text NOT NULL,
	"sealed" jsonb NOT NULL,
	CONSTRAINT "rotation_rows_rotation_id_kind_row_id_pk" PRIMARY KEY("rotation_id","kind","row_id")
);
--> statement-breakpoint
CREATE TABLE "rotations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid,
	"user_id" uuid,
	"begun_by" uuid NOT NULL,
	"for_provider" boolean DEFAULT false NOT NULL,
	"begun_at" timestamp (3) with time zone NOT NULL,
	"last_staged_at" timestamp (3) with time zone NOT NULL,
	"key_for_beginner" text NOT NULL,
	"public_key" text NOT NULL,
	"private_key" text NOT NULL,
	"predecessor" text,
	"proof" text,
	CONSTRAINT "rotations_organizationId_unique" UNIQUE("organization_id"),
	CONSTRAINT "rotations_userId_unique" UNIQUE("user_id"),
	CONSTRAINT "rotations_have_one_subject" CHECK (num_nonnulls("rotations"."organization_id", "rotations"."user_id") = 1
        and ("rotations"."organization_id" is null) = ("rotations"."predecessor" is null)
        and ("rotations"."organization_id" is null) = ("rotations"."proof" is null))
);
--> statement-breakpoint
ALTER TABLE "provider_organizations" ALTER COLUMN "organization_key_for_provider" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "ciphers" ADD COLUMN "password_changed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "key_rotated_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "recovery_wait_hours" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "key_rotated_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "must_change_password" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "account_recoveries" ADD CONSTRAINT "account_recoveries_of_a_member" FOREIGN KEY ("organization_id","member_id") REFERENCES "public"."organization_members"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organization_key_handovers" ADD CONSTRAINT "organization_key_handovers_provider_member_id_provider_members_id_fk" FOREIGN KEY ("provider_member_id") REFERENCES "public"."provider_members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organization_key_handovers" ADD CONSTRAINT "organization_key_handovers_of_current_key" FOREIGN KEY ("organization_id","organization_key_id") REFERENCES "public"."organizations"("id","key_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organization_key_successions" ADD CONSTRAINT "organization_key_successions_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rotation_debt_items" ADD CONSTRAINT "rotation_debt_items_debt_id_rotation_debts_id_fk" FOREIGN KEY ("debt_id") REFERENCES "public"."rotation_debts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rotation_debt_items" ADD CONSTRAINT "rotation_debt_items_cipher_id_ciphers_id_fk" FOREIGN KEY ("cipher_id") REFERENCES "public"."ciphers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rotation_debts" ADD CONSTRAINT "rotation_debts_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rotation_debts" ADD CONSTRAINT "rotation_debts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rotation_rows" ADD CONSTRAINT "rotation_rows_rotation_id_rotations_id_fk" FOREIGN KEY ("rotation_id") REFERENCES "public"."rotations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rotations" ADD CONSTRAINT "rotations_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rotations" ADD CONSTRAINT "rotations_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rotations" ADD CONSTRAINT "rotations_begun_by_users_id_fk" FOREIGN KEY ("begun_by") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "organization_key_handovers_of_member" ON "organization_key_handovers" USING btree ("provider_member_id");--> statement-breakpoint
CREATE INDEX "organization_key_successions_by_age" ON "organization_key_successions" USING btree ("organization_id","at");--> statement-breakpoint
CREATE INDEX "rotation_debt_items_of_item" ON "rotation_debt_items" USING btree ("cipher_id");--> statement-breakpoint
CREATE INDEX "rotation_debts_of_organization" ON "rotation_debts" USING btree ("organization_id","removed_at","id");--> statement-breakpoint
CREATE INDEX "rotations_by_age" ON "rotations" USING btree ("last_staged_at");--> statement-breakpoint
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_recovery_wait" CHECK ("organizations"."recovery_wait_hours" between 0 and 336);