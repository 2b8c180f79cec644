-- A file goes at once, and its parts after it, a bounded number at a time.
CREATE TABLE "parts_to_remove" (
	"attachment_id" uuid PRIMARY KEY NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "attachment_parts" DROP CONSTRAINT "attachment_parts_attachment_id_attachments_id_fk";
--> statement-breakpoint
CREATE INDEX "parts_to_remove_by_time" ON "parts_to_remove" USING btree ("due_at");--> statement-breakpoint
-- Whatever deletes a file, also an item or an owner that it goes with, leaves word that its parts are to be taken away.
CREATE FUNCTION remove_parts_of_attachment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO parts_to_remove (attachment_id, due_at) VALUES (old.id, now()) ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "parts_of_attachments_that_go_are_removed" AFTER DELETE ON "attachments"
  FOR EACH ROW EXECUTE FUNCTION remove_parts_of_attachment();
