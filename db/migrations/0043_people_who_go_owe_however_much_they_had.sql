ALTER TABLE "former_access" ADD COLUMN "is_at_most" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "rotation_debts" ADD COLUMN "organization_key_id" uuid;--> statement-breakpoint
-- Whoever was removed since the key was last replaced is taken to have had it.
UPDATE "rotation_debts" AS debt SET "organization_key_id" = home.key_id FROM "organizations" AS home
  WHERE home.id = debt.organization_id AND debt.removed_at > coalesce(home.key_rotated_at, '-infinity');--> statement-breakpoint
-- How many pairs of a person and a collection one act keeps one by one, and how many items of people who are removed:
-- writing them down takes a part of the time that a statement may last.
CREATE FUNCTION most_kept_one_by_one() RETURNS bigint LANGUAGE sql IMMUTABLE AS $$ SELECT 50000 $$;--> statement-breakpoint
-- What is kept is counted through the whole transaction: one act takes from several groups or deletes several.
CREATE OR REPLACE FUNCTION are_too_many_to_keep(pairs bigint) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  kept bigint := coalesce(nullif(current_setting('trousseau.kept_one_by_one', true), '')::bigint, 0) + pairs;
BEGIN
  IF kept > most_kept_one_by_one() THEN
    RETURN true;
  END IF;
  PERFORM set_config('trousseau.kept_one_by_one', kept::text, true);
  RETURN false;
END $$;--> statement-breakpoint
-- Who has had the organization's key could read, whatever has become of their place since.
CREATE FUNCTION has_had_key(member organization_members) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT member.organization_key_for_member IS NOT NULL OR member.confirmed_at IS NOT NULL OR member.read_until IS NOT NULL
$$;--> statement-breakpoint
-- What they could not read any more when it was taken counts until they could.
CREATE FUNCTION keep_former_access(members uuid[], taken uuid[]) RETURNS void LANGUAGE sql AS $$
  INSERT INTO former_access AS kept (organization_id, member_id, collection_id, until)
    SELECT member.organization_id, member.id, one.collection_id, coalesce(member.read_until, clock_timestamp())
      FROM (SELECT DISTINCT * FROM unnest(members, taken) AS pair (member_id, collection_id)) AS one
      JOIN organization_members AS member ON member.id = one.member_id AND has_had_key(member)
    ON CONFLICT (member_id, collection_id) DO UPDATE SET until = greatest(kept.until, excluded.until)
$$;--> statement-breakpoint
-- Where that would be too many: they had something, and owe the whole once they are removed.
CREATE FUNCTION keep_that_they_had_more(members uuid[]) RETURNS void LANGUAGE sql AS $$
  INSERT INTO former_access AS kept (organization_id, member_id, collection_id, until, is_at_most)
    SELECT member.organization_id, member.id, NULL, coalesce(member.read_until, clock_timestamp()), true
      FROM organization_members AS member WHERE member.id = ANY (members) AND has_had_key(member)
    ON CONFLICT (member_id, collection_id) DO UPDATE SET until = greatest(kept.until, excluded.until), is_at_most = true
$$;--> statement-breakpoint
-- Of a collection that is deleted, it is kept who had it if it held something.
CREATE FUNCTION has_held_items(collection uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM collections WHERE id = collection)
    OR EXISTS (SELECT FROM former_contents WHERE collection_id = collection)
$$;--> statement-breakpoint
-- What a collection holds is gone before the triggers below look at who had it, whose rows go with it in one statement.
CREATE OR REPLACE FUNCTION keep_access_to_deleted_collection() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM organizations WHERE id = old.organization_id) THEN
    RETURN old;
  END IF;
  IF NOT EXISTS (SELECT FROM collection_ciphers WHERE collection_id = old.id) THEN
    DELETE FROM former_access WHERE collection_id = old.id;
    RETURN old;
  END IF;
  INSERT INTO former_contents (organization_id, collection_id, cipher_id)
    SELECT entry.organization_id, entry.collection_id, entry.cipher_id FROM collection_ciphers AS entry
      JOIN ciphers AS item ON item.id = entry.cipher_id
      WHERE entry.collection_id = old.id
        AND (EXISTS (SELECT FROM former_access WHERE collection_id = old.id)
          OR EXISTS (SELECT FROM collection_members WHERE collection_id = old.id)
          OR EXISTS (SELECT FROM collection_groups WHERE collection_id = old.id));
  RETURN old;
END $$;--> statement-breakpoint
CREATE OR REPLACE FUNCTION keep_access_by_name() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  members uuid[];
  taken uuid[];
BEGIN
  SELECT array_agg(given.member_id), array_agg(given.collection_id) INTO members, taken
    FROM removed AS given JOIN organization_members AS member ON member.id = given.member_id
    WHERE has_held_items(given.collection_id);
  IF are_too_many_to_keep(coalesce(cardinality(members), 0)) THEN
    PERFORM keep_that_they_had_more(members);
  ELSE
    PERFORM keep_former_access(members, taken);
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE OR REPLACE FUNCTION keep_access_of_leavers() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  pairs bigint := (SELECT coalesce(sum(cells.number), 0)
    FROM removed JOIN organization_members AS member ON member.id = removed.member_id
    JOIN (SELECT group_id, count(*) AS number FROM collection_groups
      WHERE group_id IN (SELECT group_id FROM removed) GROUP BY group_id) AS cells ON cells.group_id = removed.group_id);
BEGIN
  IF are_too_many_to_keep(pairs) THEN
    PERFORM keep_that_they_had_more(array(SELECT member_id FROM removed
      WHERE EXISTS (SELECT FROM collection_groups AS cell WHERE cell.group_id = removed.group_id)));
  ELSIF pairs > 0 THEN
    PERFORM keep_former_access(array_agg(removed.member_id), array_agg(cell.collection_id))
      FROM removed JOIN collection_groups AS cell ON cell.group_id = removed.group_id;
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE OR REPLACE FUNCTION keep_access_of_groups() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  groups_taken uuid[];
  taken uuid[];
  pairs bigint;
BEGIN
  SELECT array_agg(group_id), array_agg(collection_id) INTO groups_taken, taken
    FROM removed WHERE has_held_items(collection_id);
  SELECT coalesce(sum(cells.number * (SELECT count(*) FROM group_members AS belonging
        WHERE belonging.group_id = cells.group_id)), 0) INTO pairs
    FROM (SELECT one.group_id, count(*) AS number FROM unnest(groups_taken) AS one (group_id) GROUP BY one.group_id) AS cells;
  IF are_too_many_to_keep(pairs) THEN
    PERFORM keep_that_they_had_more(array(SELECT DISTINCT member_id FROM group_members WHERE group_id = ANY (groups_taken)));
  ELSIF pairs > 0 THEN
    PERFORM keep_former_access(array_agg(belonging.member_id), array_agg(cell.collection_id))
      FROM unnest(groups_taken, taken) AS cell (group_id, collection_id)
      JOIN group_members AS belonging ON belonging.group_id = cell.group_id;
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE OR REPLACE FUNCTION keep_access_of_deleted_group() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  pairs bigint := (SELECT count(*) FROM group_members WHERE group_id = old.id)
    * (SELECT count(*) FROM collection_groups WHERE group_id = old.id);
BEGIN
  IF pairs = 0 OR NOT EXISTS (SELECT FROM organizations WHERE id = old.organization_id) THEN
    RETURN old;
  END IF;
  IF are_too_many_to_keep(pairs) THEN
    PERFORM keep_that_they_had_more(array(SELECT member_id FROM group_members WHERE group_id = old.id));
  ELSE
    PERFORM keep_former_access(array_agg(belonging.member_id), array_agg(cell.collection_id))
      FROM group_members AS belonging JOIN collection_groups AS cell ON cell.group_id = belonging.group_id
      WHERE belonging.group_id = old.id;
  END IF;
  RETURN old;
END $$;--> statement-breakpoint
DROP FUNCTION keep_former_access(former_access[]);--> statement-breakpoint
-- Until a removal is committed, whoever is removed is served what others save meanwhile. So its moment is the last one
-- of its transaction, by the clock that dates changes of passwords too.
CREATE FUNCTION date_debt_at_the_commit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE rotation_debts SET removed_at = clock_timestamp() WHERE id = new.id
    AND removed_at BETWEEN date_trunc('milliseconds', transaction_timestamp()) AND clock_timestamp();
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE CONSTRAINT TRIGGER "rotation_debts_are_dated_at_the_commit" AFTER INSERT ON "rotation_debts"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION date_debt_at_the_commit();
