-- Of those that are there nobody knows it, and the day in which they could be undone is over soon.
ALTER TABLE "collections" ADD COLUMN "import_id" uuid;--> statement-breakpoint
ALTER TABLE "folders" ADD COLUMN "import_id" uuid;--> statement-breakpoint
CREATE INDEX "collections_of_import" ON "collections" USING btree ("import_id") WHERE import_id is not null;