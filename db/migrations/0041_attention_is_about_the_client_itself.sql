DROP INDEX "clients_unsettled";--> statement-breakpoint
DROP INDEX "clients_awaited";--> statement-breakpoint
-- It reads the column, and is made anew below.
DROP TRIGGER "clients_with_tags_are_copied" ON "organizations";--> statement-breakpoint
-- The indexes of this filter go with the column.
ALTER TABLE "organizations" drop column "needs_attention";--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "needs_attention" boolean GENERATED ALWAYS AS (state = 'enabled' and (confirmed_owners = 0 or used_seats >= seats)) STORED NOT NULL;--> statement-breakpoint
CREATE INDEX "clients_in_attention_by_name" ON "organizations" USING btree ("provider_id","sort_name","id","name","plan","standing","tags","seats","used_seats","remaining_seats","accepted_members") WHERE needs_attention;--> statement-breakpoint
CREATE INDEX "clients_in_attention_by_seats" ON "organizations" USING btree ("provider_id","seats","id","name","plan","standing","tags","seats","used_seats","remaining_seats","accepted_members") WHERE needs_attention;--> statement-breakpoint
CREATE INDEX "clients_in_attention_by_used" ON "organizations" USING btree ("provider_id","used_seats","id","name","plan","standing","tags","seats","used_seats","remaining_seats","accepted_members") WHERE needs_attention;--> statement-breakpoint
CREATE INDEX "clients_in_attention_by_remaining" ON "organizations" USING btree ("provider_id","remaining_seats","id","name","plan","standing","tags","seats","used_seats","remaining_seats","accepted_members") WHERE needs_attention;--> statement-breakpoint
CREATE INDEX "clients_in_attention_by_plan" ON "organizations" USING btree ("provider_id","plan","id","name","plan","standing","tags","seats","used_seats","remaining_seats","accepted_members") WHERE needs_attention;--> statement-breakpoint
CREATE INDEX "clients_awaited_by_name" ON "organizations" USING btree ("provider_id","sort_name","id","name","plan","standing","tags","seats","used_seats","remaining_seats","accepted_members") WHERE standing <> 'suspended' and accepted_members > 0;--> statement-breakpoint
CREATE INDEX "clients_awaited_by_seats" ON "organizations" USING btree ("provider_id","seats","id","name","plan","standing","tags","seats","used_seats","remaining_seats","accepted_members") WHERE standing <> 'suspended' and accepted_members > 0;--> statement-breakpoint
CREATE INDEX "clients_awaited_by_used" ON "organizations" USING btree ("provider_id","used_seats","id","name","plan","standing","tags","seats","used_seats","remaining_seats","accepted_members") WHERE standing <> 'suspended' and accepted_members > 0;--> statement-breakpoint
CREATE INDEX "clients_awaited_by_remaining" ON "organizations" USING btree ("provider_id","remaining_seats","id","name","plan","standing","tags","seats","used_seats","remaining_seats","accepted_members") WHERE standing <> 'suspended' and accepted_members > 0;--> statement-breakpoint
CREATE INDEX "clients_awaited_by_plan" ON "organizations" USING btree ("provider_id","plan","id","name","plan","standing","tags","seats","used_seats","remaining_seats","accepted_members") WHERE standing <> 'suspended' and accepted_members > 0;--> statement-breakpoint
CREATE INDEX "clients_unsettled" ON "organizations" USING btree ("provider_id","standing" DESC NULLS FIRST,"sort_name","id","name","remaining_seats") WHERE needs_attention;--> statement-breakpoint
CREATE INDEX "clients_awaited" ON "organizations" USING btree ("provider_id","accepted_members" DESC NULLS FIRST,"sort_name","id","name") WHERE standing <> 'suspended' and accepted_members > 0;--> statement-breakpoint
CREATE TRIGGER "clients_with_tags_are_copied" AFTER UPDATE ON "organizations" FOR EACH ROW
  WHEN (new."tags" <> '{}' AND (old."name", old."sort_name", old."plan", old."standing", old."needs_attention", old."tags",
      old."seats", old."used_seats", old."accepted_members")
    IS DISTINCT FROM (new."name", new."sort_name", new."plan", new."standing", new."needs_attention", new."tags",
      new."seats", new."used_seats", new."accepted_members"))
  EXECUTE FUNCTION copy_client_anew();--> statement-breakpoint
UPDATE "client_tags" SET "needs_attention" = client."needs_attention"
  FROM "organizations" AS client WHERE client."id" = "client_tags"."organization_id";
