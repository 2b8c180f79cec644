CREATE TABLE "former_access" (
	"organization_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"collection_id" uuid,
	"until" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "former_access_once" UNIQUE NULLS NOT DISTINCT("member_id","collection_id")
);
--> statement-breakpoint
ALTER TABLE "former_access" ADD CONSTRAINT "former_access_member_of_same_organization" FOREIGN KEY ("organization_id","member_id") REFERENCES "public"."organization_members"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "former_access" ADD CONSTRAINT "former_access_collection_of_same_organization" FOREIGN KEY ("organization_id","collection_id") REFERENCES "public"."collections"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "former_access_of_collection" ON "former_access" USING btree ("collection_id");--> statement-breakpoint
-- What is taken from a member is kept as what they could read until then. Of a member or a collection that goes as a
-- whole, nothing is kept here.
CREATE FUNCTION keep_former_access(taken former_access[]) RETURNS void LANGUAGE sql AS $$
  INSERT INTO former_access AS kept (organization_id, member_id, collection_id, until)
    SELECT DISTINCT one.organization_id, one.member_id, one.collection_id, now()
      FROM unnest(taken) AS one
      JOIN organization_members AS member ON member.id = one.member_id AND member.status IN ('confirmed', 'revoked')
      JOIN collections AS collection ON collection.id = one.collection_id
    ON CONFLICT (member_id, collection_id) DO UPDATE SET until = excluded.until
$$;--> statement-breakpoint
CREATE FUNCTION keep_access_by_name() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM keep_former_access(array(SELECT row(organization_id, member_id, collection_id, NULL)::former_access FROM removed));
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION keep_access_of_leavers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM keep_former_access(array(
    SELECT row(removed.organization_id, removed.member_id, cell.collection_id, NULL)::former_access
      FROM removed JOIN collection_groups AS cell ON cell.group_id = removed.group_id));
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION keep_access_of_groups() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM keep_former_access(array(
    SELECT row(removed.organization_id, belonging.member_id, removed.collection_id, NULL)::former_access
      FROM removed JOIN group_members AS belonging ON belonging.group_id = removed.group_id));
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "collection_members_are_kept_as_former_access" AFTER DELETE ON "collection_members"
  REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION keep_access_by_name();--> statement-breakpoint
CREATE TRIGGER "group_members_are_kept_as_former_access" AFTER DELETE ON "group_members"
  REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION keep_access_of_leavers();--> statement-breakpoint
CREATE TRIGGER "collection_groups_are_kept_as_former_access" AFTER DELETE ON "collection_groups"
  REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION keep_access_of_groups();
--> statement-breakpoint
-- Members and cells of a group that is deleted go before any trigger of theirs can look at the others.
CREATE FUNCTION keep_access_of_deleted_group() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM keep_former_access(array(
    SELECT row(belonging.organization_id, belonging.member_id, cell.collection_id, NULL)::former_access
      FROM group_members AS belonging JOIN collection_groups AS cell ON cell.group_id = belonging.group_id
      WHERE belonging.group_id = old.id));
  RETURN old;
END $$;--> statement-breakpoint
CREATE TRIGGER "groups_that_go_are_kept_as_former_access" BEFORE DELETE ON "groups"
  FOR EACH ROW EXECUTE FUNCTION keep_access_of_deleted_group();
