DROP INDEX "seat_ledger_of_provider";--> statement-breakpoint
CREATE INDEX "seat_ledger_of_plan" ON "seat_ledger" USING btree ("provider_id","plan","at","id");