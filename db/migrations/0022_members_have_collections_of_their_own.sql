DROP INDEX "collections_by_age";--> statement-breakpoint
ALTER TABLE "collections" ADD COLUMN "owner_member_id" uuid;--> statement-breakpoint
ALTER TABLE "collections" ADD COLUMN "former_owner" text;--> statement-breakpoint
ALTER TABLE "collections" ADD CONSTRAINT "collections_owner_of_same_organization" FOREIGN KEY ("organization_id","owner_member_id") REFERENCES "public"."organization_members"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "collections_by_age" ON "collections" USING btree ("organization_id","type","created_at","id");--> statement-breakpoint
ALTER TABLE "collections" ADD CONSTRAINT "collections_one_for_each_member" UNIQUE("owner_member_id");--> statement-breakpoint
ALTER TABLE "collections" ADD CONSTRAINT "collections_owned_or_shared" CHECK (("collections"."type" = 'my_items') = ("collections"."owner_member_id" is not null));--> statement-breakpoint
-- The policy of data ownership keeps what members' own collections are called.
UPDATE "policies" SET "data" = coalesce(nullif("data", 'null'), '{"enableIndividualItemsTransfer": false}') || '{"collectionName": "My items"}'
  WHERE "type" = 'data_ownership';
