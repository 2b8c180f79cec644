ALTER TABLE "rotation_debts" ALTER COLUMN "member_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "rotation_debts" ADD COLUMN "provider_member_id" uuid;--> statement-breakpoint
ALTER TABLE "rotation_debts" ADD COLUMN "is_whole" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "rotation_debts" ADD CONSTRAINT "rotation_debts_of_one_place" CHECK (num_nonnulls("rotation_debts"."member_id", "rotation_debts"."provider_member_id") = 1);