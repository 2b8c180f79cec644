import "server-only";
import { eq, type SQL, sql } from "drizzle-orm";
import { events } from "@/db/schema/events";
import { organizations } from "@/db/schema/organizations";
import { providerOrganizations } from "@/db/schema/provider-organizations";
import type { ProviderLogOver } from "@/lib/domain/event-log";
import type { OrganizationId, ProviderId } from "@/lib/domain/ids";
import type { EventClient, Scope } from "@/lib/operations/event/internal/scope";

type View = { over: ProviderLogOver; client: OrganizationId | null };

/**
 * A provider's own log, or with it what its people did in the logs of its clients. Events name a client in two ways: in
 * the client's log by its id, in the provider's by its tie. The tie goes when the client leaves. Then
 * both ways have the name that the provider's own log keeps.
 */
export const scopeOf = (providerId: ProviderId, { over, client }: View): Scope => ({
  log: providerId,
  within: over === "own" ? eq(events.log, providerId) : eq(events.providerId, providerId),
  client: clientOf(providerId),
  ...(client && { parts: ofClient(providerId, over, client) }),
});

/** Each is read from its own index. */
const ofClient = (providerId: ProviderId, over: ProviderLogOver, client: OrganizationId): SQL[] => {
  const tie = sql`(select ${providerOrganizations.id} from ${providerOrganizations}
    where ${providerOrganizations.providerId} = ${providerId} and ${providerOrganizations.organizationId} = ${client})`;
  const inOwnLog = sql`(${events.log} = ${providerId} and ${events.providerOrganizationId} = ${tie})`;
  const inItsLog = sql`(${events.providerId} = ${providerId} and ${events.organizationId} = ${client})`;
  return over === "own" ? [inOwnLog] : [inOwnLog, inItsLog];
};

/**
 * What a client that has left was called: what the provider's own log says of the visit in which the event happened. The
 * first act of a visit in a client's log is the entry, and the provider's log has it at the same moment. Two steps
 * through indexes.
 */
const formerNameIn = (providerId: ProviderId) => sql`(
  select entered.details ->> 'client' from (
    select visit.at, visit.actor_id, visit.session_id from ${events} as visit
      where visit.organization_id = ${events.organizationId} and visit.session_id = ${events.sessionId}
        and visit.provider_id = ${providerId} order by visit.at limit 1) as begun
    join ${events} as entered on entered.log = ${providerId} and entered.kind = 'client' and entered.at = begun.at
      and entered.type = 'client.entered' and entered.actor_id = begun.actor_id
      and entered.session_id = begun.session_id
    limit 1)`;

/** What a client was called that the provider has deleted: the last word of the client's own log. */
const deletedNameIn = (providerId: ProviderId) => sql`(
  select gone.details ->> 'name' from (
    select last.type, last.details, last.provider_id from ${events} as last
      where last.log = ${events.organizationId} and last.kind = 'organization'
      order by last.at desc, last.sequence desc limit 1) as gone
  where gone.type = 'organization.deleted' and gone.provider_id = ${providerId})`;

/** Only clients that the provider has now have their name of now. */
const clientOf = (providerId: ProviderId) => sql<EventClient | null>`
  case when ${events.organizationId} is not null
    then coalesce(
      (select json_build_object('id', home.id, 'name', home.name) from ${organizations} as home
        where home.id = ${events.organizationId} and home.provider_id = ${providerId}),
      json_build_object('id', ${events.organizationId}, 'name', null, 'formerName',
        coalesce(${formerNameIn(providerId)}, ${deletedNameIn(providerId)})))
  else (select json_build_object('id', home.id, 'name', home.name) from ${providerOrganizations} as tie
    join ${organizations} as home on home.id = tie.organization_id
    where tie.id = ${events.providerOrganizationId} and tie.provider_id = ${providerId}) end`;
