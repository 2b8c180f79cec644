CREATE TABLE "former_contents" (
	"organization_id" uuid NOT NULL,
	"collection_id" uuid NOT NULL,
	"cipher_id" uuid NOT NULL,
	CONSTRAINT "former_contents_collection_id_cipher_id_pk" PRIMARY KEY("collection_id","cipher_id")
);
--> statement-breakpoint
ALTER TABLE "former_access" DROP CONSTRAINT "former_access_collection_of_same_organization";
--> statement-breakpoint
ALTER TABLE "former_contents" ADD CONSTRAINT "former_contents_cipher_of_same_organization" FOREIGN KEY ("organization_id","cipher_id") REFERENCES "public"."ciphers"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "former_contents_of_cipher" ON "former_contents" USING btree ("cipher_id");--> statement-breakpoint
-- The items of a collection that is deleted stay, so what it held is kept, if anybody had it, together with who had it.
-- Collections that are no more keep what was taken before: their rows have no collection to belong to.
CREATE FUNCTION keep_access_to_deleted_collection() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM keep_former_access(array(
    SELECT row(given.organization_id, given.member_id, given.collection_id, NULL)::former_access
      FROM collection_members AS given WHERE given.collection_id = old.id
    UNION
    SELECT row(belonging.organization_id, belonging.member_id, cell.collection_id, NULL)::former_access
      FROM group_members AS belonging JOIN collection_groups AS cell ON cell.group_id = belonging.group_id
      WHERE cell.collection_id = old.id));
  INSERT INTO former_contents (organization_id, collection_id, cipher_id)
    SELECT entry.organization_id, entry.collection_id, entry.cipher_id FROM collection_ciphers AS entry
      WHERE entry.collection_id = old.id
        AND EXISTS (SELECT FROM former_access AS former WHERE former.collection_id = old.id);
  RETURN old;
END $$;--> statement-breakpoint
CREATE TRIGGER "collections_that_go_are_kept_as_former_access" BEFORE DELETE ON "collections"
  FOR EACH ROW EXECUTE FUNCTION keep_access_to_deleted_collection();
