CREATE TABLE "seat_ledger" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "seat_ledger_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp (3) with time zone NOT NULL,
	"provider_id" uuid NOT NULL,
	"organization_id" uuid,
	"plan" text NOT NULL,
	"actor_id" uuid,
	"reason" text NOT NULL,
	"seats_before" integer NOT NULL,
	"seats_after" integer NOT NULL,
	"monthly_price" integer NOT NULL,
	CONSTRAINT "seat_ledger_counts" CHECK ("seat_ledger"."seats_before" >= 0 and "seat_ledger"."seats_after" >= 0)
);
--> statement-breakpoint
CREATE INDEX "seat_ledger_of_provider" ON "seat_ledger" USING btree ("provider_id","id");--> statement-breakpoint
CREATE INDEX "seat_ledger_of_organization" ON "seat_ledger" USING btree ("organization_id","id");--> statement-breakpoint
CREATE FUNCTION refuse_change_of_ledger() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the seat ledger is not changed, only written to';
END;
$$;
--> statement-breakpoint
CREATE TRIGGER "seat_ledger_is_not_changed" BEFORE UPDATE OR DELETE OR TRUNCATE ON "seat_ledger"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_ledger();
--> statement-breakpoint
-- What stands there already is where the ledger begins; how it came to be cannot be known any more.
INSERT INTO "seat_ledger" ("at", "provider_id", "organization_id", "plan", "reason", "seats_before", "seats_after", "monthly_price")
  SELECT now(), "provider_id", "id", "plan", 'began', 0, "seats", CASE "plan" WHEN 'teams_monthly' THEN 400 ELSE 600 END
  FROM "organizations" WHERE "provider_id" IS NOT NULL ORDER BY "created_at", "id";
--> statement-breakpoint
INSERT INTO "seat_ledger" ("at", "provider_id", "plan", "reason", "seats_before", "seats_after", "monthly_price")
  SELECT now(), "providers"."id", "provider_plans"."plan", 'began', 0, "seat_minimum", CASE "provider_plans"."plan" WHEN 'teams_monthly' THEN 400 ELSE 600 END
  FROM "provider_plans" JOIN "providers" ON "providers"."id" = "provider_plans"."provider_id"
  WHERE "providers"."status" <> 'pending' ORDER BY "providers"."created_at", "provider_plans"."plan";
