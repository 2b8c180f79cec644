ALTER TABLE "organizations" DROP COLUMN "limit_collection_creation";--> statement-breakpoint
ALTER TABLE "organizations" DROP COLUMN "limit_collection_deletion";