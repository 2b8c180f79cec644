-- A member's row names the person as lists show them: by the account, or by the address of the invitation. Reading the
-- account holds it, so that whoever changes its name at this moment finds this row afterwards.
CREATE FUNCTION name_member() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF new.user_id IS NULL THEN
    new.name := NULL;
    new.address := coalesce(new.email, '');
    new.sort_name := new.address;
  ELSE
    SELECT account.name, account.email, account.sort_name INTO new.name, new.address, new.sort_name
      FROM users AS account WHERE account.id = new.user_id FOR NO KEY UPDATE;
  END IF;
  RETURN new;
END $$;--> statement-breakpoint
-- The same rows, when the account itself is changed.
CREATE FUNCTION rename_members() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE provider_members SET name = new.name, address = new.email, sort_name = new.sort_name WHERE user_id = new.id;
  UPDATE organization_members SET name = new.name, address = new.email, sort_name = new.sort_name WHERE user_id = new.id;
  RETURN NULL;
END $$;--> statement-breakpoint
-- Keeps counters in a row of another table: by how much a statement changed what they count. Its arguments are the
-- table that holds them, how its row is found, the columns that this takes, and then each counter with what it counts.
-- A statement that changes no count touches no row, and waits for nobody.
CREATE FUNCTION keep_counts() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed text := CASE tg_op
    WHEN 'INSERT' THEN 'SELECT *, 1 AS n FROM added'
    WHEN 'DELETE' THEN 'SELECT *, -1 AS n FROM removed'
    ELSE 'SELECT *, 1 AS n FROM added UNION ALL SELECT *, -1 AS n FROM removed'
  END;
  sums text := '';
  sets text;
  differs text;
BEGIN
  FOR i IN 3 .. tg_nargs - 1 BY 2 LOOP
    sums := sums || format(', coalesce(sum(n) FILTER (WHERE %s), 0)::int AS %I', tg_argv[i + 1], tg_argv[i]);
    sets := concat_ws(', ', sets, format('%1$I = kept.%1$I + counted.%1$I', tg_argv[i]));
    differs := concat_ws(' OR ', differs, format('counted.%I <> 0', tg_argv[i]));
  END LOOP;
  EXECUTE format(
    'UPDATE %I AS kept SET %s FROM (SELECT %s %s FROM (%s) AS changed GROUP BY %s) AS counted WHERE %s AND (%s)',
    tg_argv[0], sets, tg_argv[2], sums, changed, tg_argv[2], tg_argv[1], differs
  );
  RETURN NULL;
END $$;--> statement-breakpoint
-- An item that comes into collections or leaves them: in how many it is, and how many items each of them holds.
CREATE FUNCTION count_entries() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF tg_op = 'INSERT' THEN
    UPDATE ciphers SET collections = collections + entered.n
      FROM (SELECT cipher_id, count(*) AS n FROM added GROUP BY cipher_id) AS entered WHERE id = entered.cipher_id;
    INSERT INTO item_counts AS kept (collection_id, organization_id, items)
      SELECT entry.collection_id, entry.organization_id, count(*)
        FROM added AS entry JOIN ciphers AS item ON item.id = entry.cipher_id
        WHERE item.deleted_at IS NULL GROUP BY entry.collection_id, entry.organization_id
      ON CONFLICT (collection_id) DO UPDATE SET items = kept.items + excluded.items;
  ELSE
    UPDATE ciphers SET collections = collections - gone.n
      FROM (SELECT cipher_id, count(*) AS n FROM removed GROUP BY cipher_id) AS gone WHERE id = gone.cipher_id;
    UPDATE item_counts AS kept SET items = kept.items - gone.n
      FROM (SELECT entry.collection_id, count(*) AS n
        FROM removed AS entry JOIN ciphers AS item ON item.id = entry.cipher_id
        WHERE item.deleted_at IS NULL GROUP BY entry.collection_id) AS gone
      WHERE kept.collection_id = gone.collection_id;
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
-- An item that is put into the trash, or taken out of it, counts in its collections no more, or again.
CREATE FUNCTION count_trashed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE item_counts AS kept SET items = kept.items + moved.n
    FROM (SELECT entry.collection_id, sum(CASE WHEN item.deleted_at IS NULL THEN 1 ELSE -1 END)::int AS n
      FROM added AS item JOIN removed AS before ON before.id = item.id
        JOIN collection_ciphers AS entry ON entry.cipher_id = item.id
      WHERE (item.deleted_at IS NULL) <> (before.deleted_at IS NULL) GROUP BY entry.collection_id) AS moved
    WHERE kept.collection_id = moved.collection_id AND moved.n <> 0;
  RETURN NULL;
END $$;--> statement-breakpoint
-- An item that goes for good is counted no more while it is still known where it was and whether it counted. Its rows
-- in collections go after it, and count nothing then.
CREATE FUNCTION uncount_item() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF old.deleted_at IS NULL THEN
    UPDATE item_counts SET items = items - 1
      WHERE collection_id IN (SELECT entry.collection_id FROM collection_ciphers AS entry WHERE entry.cipher_id = old.id);
  END IF;
  RETURN old;
END $$;--> statement-breakpoint
-- What is there already: accounts get a sort key as the application makes it, members the copies, tables their counts.
UPDATE "users" SET "sort_name" = replace(replace(replace(lower(
  regexp_replace(normalize(coalesce("name", "email"), NFKD), '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g')
), 'œ', 'oe'), 'æ', 'ae'), 'ß', 'ss');--> statement-breakpoint
UPDATE "provider_members" SET "address" = "email", "sort_name" = "email" WHERE "user_id" IS NULL AND "email" IS NOT NULL;--> statement-breakpoint
UPDATE "provider_members" AS member SET "name" = account."name", "address" = account."email", "sort_name" = account."sort_name"
  FROM "users" AS account WHERE account."id" = member."user_id";--> statement-breakpoint
UPDATE "organization_members" SET "address" = "email", "sort_name" = "email" WHERE "user_id" IS NULL AND "email" IS NOT NULL;--> statement-breakpoint
UPDATE "organization_members" AS member SET "name" = account."name", "address" = account."email", "sort_name" = account."sort_name"
  FROM "users" AS account WHERE account."id" = member."user_id";--> statement-breakpoint
UPDATE "providers" AS provider SET "members" = team."all", "invited_members" = team."invited",
    "accepted_members" = team."accepted", "confirmed_admins" = team."admins"
  FROM (SELECT "provider_id", count(*) AS "all", count(*) FILTER (WHERE "status" = 'invited') AS "invited",
      count(*) FILTER (WHERE "status" = 'accepted') AS "accepted",
      count(*) FILTER (WHERE "status" = 'confirmed' AND "role" = 'provider_admin') AS "admins"
    FROM "provider_members" GROUP BY "provider_id") AS team
  WHERE team."provider_id" = provider."id";--> statement-breakpoint
UPDATE "organizations" AS organization SET "members" = team."all", "invited_members" = team."invited",
    "accepted_members" = team."accepted", "asked_members" = team."asked"
  FROM (SELECT "organization_id", count(*) AS "all", count(*) FILTER (WHERE "status" = 'invited') AS "invited",
      count(*) FILTER (WHERE "status" = 'accepted') AS "accepted",
      count(*) FILTER (WHERE "status" = 'invited' AND "asked_at" IS NOT NULL AND "approved_at" IS NULL) AS "asked"
    FROM "organization_members" GROUP BY "organization_id") AS team
  WHERE team."organization_id" = organization."id";--> statement-breakpoint
UPDATE "provider_plans" AS seats SET "clients" = client."all"
  FROM (SELECT "provider_id", "plan", count(*) AS "all" FROM "organizations" GROUP BY "provider_id", "plan") AS client
  WHERE client."provider_id" = seats."provider_id" AND client."plan" = seats."plan";--> statement-breakpoint
UPDATE "collection_ciphers" AS entry SET "created_at" = item."created_at"
  FROM "ciphers" AS item WHERE item."id" = entry."cipher_id";--> statement-breakpoint
UPDATE "ciphers" AS item SET "collections" = entry."all"
  FROM (SELECT "cipher_id", count(*) AS "all" FROM "collection_ciphers" GROUP BY "cipher_id") AS entry
  WHERE entry."cipher_id" = item."id";--> statement-breakpoint
INSERT INTO "item_counts" ("collection_id", "organization_id", "items")
  SELECT entry."collection_id", entry."organization_id", count(*)
    FROM "collection_ciphers" AS entry JOIN "ciphers" AS item ON item."id" = entry."cipher_id"
    WHERE item."deleted_at" IS NULL GROUP BY entry."collection_id", entry."organization_id";--> statement-breakpoint
CREATE TRIGGER "provider_members_are_named" BEFORE INSERT OR UPDATE OF "user_id", "email" ON "provider_members"
  FOR EACH ROW EXECUTE FUNCTION name_member();--> statement-breakpoint
CREATE TRIGGER "organization_members_are_named" BEFORE INSERT OR UPDATE OF "user_id", "email" ON "organization_members"
  FOR EACH ROW EXECUTE FUNCTION name_member();--> statement-breakpoint
CREATE TRIGGER "members_are_renamed" AFTER UPDATE OF "name", "email", "sort_name" ON "users" FOR EACH ROW
  WHEN ((old."name", old."email", old."sort_name") IS DISTINCT FROM (new."name", new."email", new."sort_name"))
  EXECUTE FUNCTION rename_members();--> statement-breakpoint
CREATE TRIGGER "provider_members_are_counted_on_insert" AFTER INSERT ON "provider_members"
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION keep_counts(
    'providers', 'kept.id = counted.provider_id', 'provider_id', 'members', 'true',
    'invited_members', 'status = ''invited''', 'accepted_members', 'status = ''accepted''',
    'confirmed_admins', 'status = ''confirmed'' and role = ''provider_admin'''
  );--> statement-breakpoint
CREATE TRIGGER "provider_members_are_counted_on_update" AFTER UPDATE ON "provider_members"
  REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION keep_counts(
    'providers', 'kept.id = counted.provider_id', 'provider_id', 'members', 'true',
    'invited_members', 'status = ''invited''', 'accepted_members', 'status = ''accepted''',
    'confirmed_admins', 'status = ''confirmed'' and role = ''provider_admin'''
  );--> statement-breakpoint
CREATE TRIGGER "provider_members_are_counted_on_delete" AFTER DELETE ON "provider_members"
  REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION keep_counts(
    'providers', 'kept.id = counted.provider_id', 'provider_id', 'members', 'true',
    'invited_members', 'status = ''invited''', 'accepted_members', 'status = ''accepted''',
    'confirmed_admins', 'status = ''confirmed'' and role = ''provider_admin'''
  );--> statement-breakpoint
CREATE TRIGGER "organization_members_are_counted_on_insert" AFTER INSERT ON "organization_members"
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION keep_counts(
    'organizations', 'kept.id = counted.organization_id', 'organization_id', 'members', 'true',
    'invited_members', 'status = ''invited''', 'accepted_members', 'status = ''accepted''',
    'asked_members', 'status = ''invited'' and asked_at is not null and approved_at is null'
  );--> statement-breakpoint
CREATE TRIGGER "organization_members_are_counted_on_update" AFTER UPDATE ON "organization_members"
  REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION keep_counts(
    'organizations', 'kept.id = counted.organization_id', 'organization_id', 'members', 'true',
    'invited_members', 'status = ''invited''', 'accepted_members', 'status = ''accepted''',
    'asked_members', 'status = ''invited'' and asked_at is not null and approved_at is null'
  );--> statement-breakpoint
CREATE TRIGGER "organization_members_are_counted_on_delete" AFTER DELETE ON "organization_members"
  REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION keep_counts(
    'organizations', 'kept.id = counted.organization_id', 'organization_id', 'members', 'true',
    'invited_members', 'status = ''invited''', 'accepted_members', 'status = ''accepted''',
    'asked_members', 'status = ''invited'' and asked_at is not null and approved_at is null'
  );--> statement-breakpoint
CREATE TRIGGER "organizations_are_counted_on_insert" AFTER INSERT ON "organizations"
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION keep_counts(
    'provider_plans', 'kept.provider_id = counted.provider_id and kept.plan = counted.plan', 'provider_id, plan',
    'clients', 'true'
  );--> statement-breakpoint
CREATE TRIGGER "organizations_are_counted_on_update" AFTER UPDATE ON "organizations"
  REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION keep_counts(
    'provider_plans', 'kept.provider_id = counted.provider_id and kept.plan = counted.plan', 'provider_id, plan',
    'clients', 'true'
  );--> statement-breakpoint
CREATE TRIGGER "organizations_are_counted_on_delete" AFTER DELETE ON "organizations"
  REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION keep_counts(
    'provider_plans', 'kept.provider_id = counted.provider_id and kept.plan = counted.plan', 'provider_id, plan',
    'clients', 'true'
  );--> statement-breakpoint
CREATE TRIGGER "entries_are_counted_on_insert" AFTER INSERT ON "collection_ciphers"
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_entries();--> statement-breakpoint
CREATE TRIGGER "entries_are_counted_on_delete" AFTER DELETE ON "collection_ciphers"
  REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION count_entries();--> statement-breakpoint
CREATE TRIGGER "items_in_the_trash_are_not_counted" AFTER UPDATE ON "ciphers"
  REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_trashed();--> statement-breakpoint
CREATE TRIGGER "items_that_go_are_not_counted" BEFORE DELETE ON "ciphers"
  FOR EACH ROW EXECUTE FUNCTION uncount_item();
