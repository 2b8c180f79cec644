CREATE TABLE "account_credits" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "account_credits_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"provider_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"cents" bigint NOT NULL,
	"reason" text NOT NULL,
	"invoice_id" uuid,
	"actor_id" uuid
);
--> statement-breakpoint
CREATE TABLE "gateway_customers" (
	"provider_id" uuid PRIMARY KEY NOT NULL,
	"reference" text NOT NULL,
	CONSTRAINT "gateway_customers_reference_unique" UNIQUE("reference")
);
--> statement-breakpoint
CREATE TABLE "gateway_events" (
	"id" text PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "invoice_announcements" (
	"provider_id" uuid NOT NULL,
	"month" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "invoice_announcements_provider_id_month_pk" PRIMARY KEY("provider_id","month")
);
--> statement-breakpoint
CREATE TABLE "invoice_items" (
	"invoice_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"organization_id" uuid,
	"client_name" text,
	"plan" text NOT NULL,
	"assigned" integer NOT NULL,
	"used" integer NOT NULL,
	"estimated_cents" bigint NOT NULL,
	CONSTRAINT "invoice_items_invoice_id_position_pk" PRIMARY KEY("invoice_id","position")
);
--> statement-breakpoint
CREATE TABLE "invoice_lines" (
	"invoice_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"plan" text,
	"quantity" integer,
	"unit_cents" integer,
	"since" timestamp (3) with time zone,
	"cents" bigint NOT NULL,
	CONSTRAINT "invoice_lines_invoice_id_position_pk" PRIMARY KEY("invoice_id","position")
);
--> statement-breakpoint
CREATE TABLE "invoice_numbers" (
	"year" integer PRIMARY KEY NOT NULL,
	"last" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "invoices" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"provider_id" uuid NOT NULL,
	"month" text NOT NULL,
	"number" text NOT NULL,
	"issued_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"currency" text NOT NULL,
	"discount_percent" integer NOT NULL,
	"subtotal_cents" bigint NOT NULL,
	"discount_cents" bigint NOT NULL,
	"credit_cents" bigint NOT NULL,
	"total_cents" bigint NOT NULL,
	"billed_to" jsonb NOT NULL,
	"issuer" jsonb NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"settled_at" timestamp (3) with time zone,
	"gateway_reference" text,
	CONSTRAINT "invoices_number_unique" UNIQUE("number"),
	CONSTRAINT "invoices_one_a_month" UNIQUE("provider_id","month"),
	CONSTRAINT "invoices_of_gateway" UNIQUE("gateway_reference"),
	CONSTRAINT "invoices_sum" CHECK ("invoices"."total_cents" = "invoices"."subtotal_cents" - "invoices"."discount_cents" - "invoices"."credit_cents"
        and "invoices"."total_cents" >= 0),
	CONSTRAINT "invoices_settled" CHECK (("invoices"."status" = 'open') = ("invoices"."settled_at" is null))
);
--> statement-breakpoint
ALTER TABLE "providers" ADD COLUMN "discount_percent" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "gateway_customers" ADD CONSTRAINT "gateway_customers_provider_id_providers_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."providers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_announcements" ADD CONSTRAINT "invoice_announcements_provider_id_providers_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."providers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_items" ADD CONSTRAINT "invoice_items_invoice_id_invoices_id_fk" FOREIGN KEY ("invoice_id") REFERENCES "public"."invoices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_invoice_id_invoices_id_fk" FOREIGN KEY ("invoice_id") REFERENCES "public"."invoices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_credits_of_provider" ON "account_credits" USING btree ("provider_id");--> statement-breakpoint
ALTER TABLE "providers" ADD CONSTRAINT "providers_discount" CHECK ("providers"."discount_percent" between 0 and 100);--> statement-breakpoint
-- Books are written and not changed. Of an invoice, only how it ended is written later: once it is paid or void, that
-- stays too.
CREATE FUNCTION refuse_change_of_books() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'books are not changed, only written to';
END;
$$;
--> statement-breakpoint
CREATE FUNCTION refuse_change_of_invoice() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  later CONSTANT text[] := ARRAY['status', 'settled_at', 'gateway_reference'];
BEGIN
  IF to_jsonb(new) - later <> to_jsonb(old) - later
    OR (old.status IN ('paid', 'void') AND (new.status, new.settled_at) IS DISTINCT FROM (old.status, old.settled_at))
    OR (old.gateway_reference IS NOT NULL AND new.gateway_reference IS DISTINCT FROM old.gateway_reference)
  THEN
    RAISE EXCEPTION 'an invoice is not changed, only settled';
  END IF;
  RETURN new;
END;
$$;
--> statement-breakpoint
CREATE TRIGGER "invoices_are_only_settled" BEFORE UPDATE ON "invoices"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_invoice();--> statement-breakpoint
CREATE TRIGGER "invoices_stay" BEFORE DELETE OR TRUNCATE ON "invoices"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_books();--> statement-breakpoint
CREATE TRIGGER "invoice_lines_are_not_changed" BEFORE UPDATE OR DELETE OR TRUNCATE ON "invoice_lines"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_books();--> statement-breakpoint
CREATE TRIGGER "invoice_items_are_not_changed" BEFORE UPDATE OR DELETE OR TRUNCATE ON "invoice_items"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_books();--> statement-breakpoint
CREATE TRIGGER "account_credits_are_not_changed" BEFORE UPDATE OR DELETE OR TRUNCATE ON "account_credits"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_books();
