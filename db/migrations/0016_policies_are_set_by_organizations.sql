CREATE TABLE "policies" (
	"organization_id" uuid NOT NULL,
	"type" text NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"enabled" boolean NOT NULL,
	"data" jsonb,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"revised_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "policies_organization_id_type_pk" PRIMARY KEY("organization_id","type"),
	CONSTRAINT "policies_id_unique" UNIQUE("id")
);
--> statement-breakpoint
ALTER TABLE "policies" ADD CONSTRAINT "policies_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;