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
-- Who has had the organization's key could read, whatever has become of their place since. What they could not read
-- any more when it was taken counts until they could. Nothing is kept of an organization that is deleted.
CREATE OR REPLACE FUNCTION keep_former_access(taken former_access[]) RETURNS void LANGUAGE sql AS $$
  INSERT INTO former_access AS kept (organization_id, member_id, collection_id, until)
    SELECT DISTINCT one.organization_id, one.member_id, one.collection_id,
        coalesce(member.read_until, clock_timestamp())
      FROM unnest(taken) AS one
      JOIN organization_members AS member ON member.id = one.member_id
      JOIN collections AS collection ON collection.id = one.collection_id
      WHERE member.organization_key_for_member IS NOT NULL OR member.confirmed_at IS NOT NULL
        OR member.read_until IS NOT NULL
    ON CONFLICT (member_id, collection_id) DO UPDATE SET until = greatest(kept.until, excluded.until)
$$;--> statement-breakpoint
-- A group of very many people that had very many collections would hold the organization for as long as a statement
-- may last: then it is not kept who had what.
CREATE FUNCTION are_too_many_to_keep(pairs bigint) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT pairs > 100000 $$;--> statement-breakpoint
CREATE OR REPLACE FUNCTION keep_access_of_leavers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF are_too_many_to_keep((SELECT count(*) FROM removed JOIN collection_groups AS cell ON cell.group_id = removed.group_id)) THEN
    RETURN NULL;
  END IF;
  PERFORM keep_former_access(array(
    SELECT row(removed.organization_id, removed.member_id, cell.collection_id, NULL)::former_access
      FROM removed JOIN collection_groups AS cell ON cell.group_id = removed.group_id));
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE OR REPLACE FUNCTION keep_access_of_groups() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF are_too_many_to_keep((SELECT count(*) FROM removed JOIN group_members AS belonging ON belonging.group_id = removed.group_id)) THEN
    RETURN NULL;
  END IF;
  PERFORM keep_former_access(array(
    SELECT row(removed.organization_id, belonging.member_id, removed.collection_id, NULL)::former_access
      FROM removed JOIN group_members AS belonging ON belonging.group_id = removed.group_id));
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE OR REPLACE FUNCTION keep_access_of_deleted_group() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM organizations WHERE id = old.organization_id) OR are_too_many_to_keep(
      (SELECT count(*) FROM group_members WHERE group_id = old.id)
      * (SELECT count(*) FROM collection_groups WHERE group_id = old.id)) THEN
    RETURN old;
  END IF;
  PERFORM keep_former_access(array(
    SELECT row(belonging.organization_id, belonging.member_id, cell.collection_id, NULL)::former_access
      FROM group_members AS belonging JOIN collection_groups AS cell ON cell.group_id = belonging.group_id
      WHERE belonging.group_id = old.id));
  RETURN old;
END $$;--> statement-breakpoint
-- The items of a collection that is deleted stay, so what it held is kept, if anybody had it, together with who had it.
-- Of a collection that holds nothing, nothing is kept.
CREATE FUNCTION keep_access_to_deleted_collection() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM organizations WHERE id = old.organization_id) THEN
    RETURN old;
  END IF;
  IF NOT EXISTS (SELECT FROM collection_ciphers WHERE collection_id = old.id) THEN
    DELETE FROM former_access WHERE collection_id = old.id;
    RETURN old;
  END IF;
  PERFORM keep_former_access(array(
    SELECT row(given.organization_id, given.member_id, given.collection_id, NULL)::former_access
      FROM collection_members AS given WHERE given.collection_id = old.id
    UNION
    SELECT row(belonging.organization_id, belonging.member_id, cell.collection_id, NULL)::former_access
      FROM group_members AS belonging JOIN collection_groups AS cell ON cell.group_id = belonging.group_id
      WHERE cell.collection_id = old.id));
  INSERT INTO former_contents (organization_id, collection_id, cipher_id)
    SELECT entry.organization_id, entry.collection_id, entry.cipher_id FROM collection_ciphers AS entry
      JOIN ciphers AS item ON item.id = entry.cipher_id
      WHERE entry.collection_id = old.id
        AND EXISTS (SELECT FROM former_access AS former WHERE former.collection_id = old.id);
  RETURN old;
END $$;--> statement-breakpoint
CREATE TRIGGER "collections_that_go_are_kept_as_former_access" BEFORE DELETE ON "collections"
  FOR EACH ROW EXECUTE FUNCTION keep_access_to_deleted_collection();
