-- Owners act towards their provider, so they stand in its log. Once one of them has left, or their client has, the log
-- calls them what they were called then. Whoever has another place among the provider's clients, or in its team, has not
-- left.
CREATE FUNCTION is_still_with_provider(person uuid, provider uuid, left_organization uuid) RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM provider_members AS staff
      WHERE staff.provider_id = provider AND staff.user_id = person)
    OR EXISTS (SELECT FROM organization_members AS place JOIN organizations AS client ON client.id = place.organization_id
      WHERE place.user_id = person AND client.provider_id = provider AND client.id <> left_organization)
$$;--> statement-breakpoint
CREATE FUNCTION name_owners_of_former_clients() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO former_members AS kept (user_id, provider_id, name, email)
    SELECT DISTINCT place.user_id, gone.provider_id, place.name, place.address
      FROM removed AS gone JOIN providers AS tenant ON tenant.id = gone.provider_id
      JOIN organization_members AS place ON place.organization_id = gone.organization_id
      JOIN users AS account ON account.id = place.user_id
      WHERE EXISTS (SELECT FROM events WHERE events.log = gone.provider_id AND events.actor_id = place.user_id)
        AND NOT is_still_with_provider(place.user_id, gone.provider_id, gone.organization_id)
    ON CONFLICT (log, user_id) DO UPDATE SET name = excluded.name, email = excluded.email;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION name_former_owners() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO former_members AS kept (user_id, provider_id, name, email)
    SELECT DISTINCT place.user_id, client.provider_id, place.name, place.address
      FROM removed AS place JOIN organizations AS client ON client.id = place.organization_id
      JOIN providers AS tenant ON tenant.id = client.provider_id
      JOIN users AS account ON account.id = place.user_id
      WHERE EXISTS (SELECT FROM events WHERE events.log = client.provider_id AND events.actor_id = place.user_id)
        AND NOT is_still_with_provider(place.user_id, client.provider_id, client.id)
    ON CONFLICT (log, user_id) DO UPDATE SET name = excluded.name, email = excluded.email;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "owners_are_named_as_their_client_left" AFTER DELETE ON "provider_organizations"
  REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION name_owners_of_former_clients();--> statement-breakpoint
CREATE TRIGGER "owners_are_named_as_they_left" AFTER DELETE ON "organization_members"
  REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION name_former_owners();
