-- A list by plan has two or three different values in thousands of rows: within each, the order is that of the names.
DROP INDEX "tagged_clients_by_plan";--> statement-breakpoint
DROP INDEX "clients_by_plan";--> statement-breakpoint
DROP INDEX "clients_in_attention_by_plan";--> statement-breakpoint
DROP INDEX "clients_awaited_by_plan";--> statement-breakpoint
DROP INDEX "clients_in_onboarding_by_plan";--> statement-breakpoint
DROP INDEX "clients_suspended_by_plan";--> statement-breakpoint
CREATE INDEX "tagged_clients_by_plan" ON "client_tags" USING btree ("provider_id","tag_id","plan","sort_name","organization_id","name","plan","standing","needs_attention","tags","seats","used_seats","remaining_seats","accepted_members");--> statement-breakpoint
CREATE INDEX "clients_by_plan" ON "organizations" USING btree ("provider_id","plan","sort_name","id","name","plan","standing","tags","seats","used_seats","remaining_seats","accepted_members");--> statement-breakpoint
CREATE INDEX "clients_in_attention_by_plan" ON "organizations" USING btree ("provider_id","plan","sort_name","id","name","plan","standing","tags","seats","used_seats","remaining_seats","accepted_members") WHERE needs_attention;--> statement-breakpoint
CREATE INDEX "clients_awaited_by_plan" ON "organizations" USING btree ("provider_id","plan","sort_name","id","name","plan","standing","tags","seats","used_seats","remaining_seats","accepted_members") WHERE standing <> 'suspended' and accepted_members > 0;--> statement-breakpoint
CREATE INDEX "clients_in_onboarding_by_plan" ON "organizations" USING btree ("provider_id","plan","sort_name","id","name","plan","standing","tags","seats","used_seats","remaining_seats","accepted_members") WHERE standing = 'onboarding';--> statement-breakpoint
CREATE INDEX "clients_suspended_by_plan" ON "organizations" USING btree ("provider_id","plan","sort_name","id","name","plan","standing","tags","seats","used_seats","remaining_seats","accepted_members") WHERE standing = 'suspended';