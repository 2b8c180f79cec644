import "server-only";
import { eq, type SQL, sql } from "drizzle-orm";
import { events } from "@/db/schema/events";
import { organizations } from "@/db/schema/organizations";
import { providerOrganizations } from "@/db/schema/provider-organizations";
import type { ProviderLogOver } from "@/lib/domain/event-log";
import type { OrganizationId, ProviderId } from "@/lib/domain/ids";
import type { EventClient, Scope } from "@/lib/operations/event/internal/read-events";

type View = { over: ProviderLogOver; client: OrganizationId | null };

/**
 * A provider's own log, or with it what its people did in the logs of its clients. Events name a client in two ways: in
 * the client's log by its id, in the provider's by its tie. The tie goes when the client leaves, and so does the name.
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

/** Only clients that the provider has now are named. */
const clientOf = (providerId: ProviderId) => sql<EventClient | null>`
  case when ${events.organizationId} is not null
    then json_build_object('id', ${events.organizationId}, 'name', (select home.name from ${organizations} as home
      where home.id = ${events.organizationId} and home.provider_id = ${providerId}))
  else (select json_build_object('id', home.id, 'name', home.name) from ${providerOrganizations} as tie
    join ${organizations} as home on home.id = tie.organization_id
    where tie.id = ${events.providerOrganizationId} and tie.provider_id = ${providerId}) end`;
