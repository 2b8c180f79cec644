-- A file that comes with an import leaves its item as it was imported. Of those that are there, none came so.
ALTER TABLE "attachments" ADD COLUMN "import_id" uuid;--> statement-breakpoint
ALTER TABLE "attachments" ADD COLUMN "import_number" integer;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_of_import_have_numbers" CHECK (("attachments"."import_id" is null) = ("attachments"."import_number" is null));