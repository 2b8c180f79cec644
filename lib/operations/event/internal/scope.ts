import "server-only";
import { eq, type SQL, sql } from "drizzle-orm";
import { events } from "@/db/schema/events";
import type { OrganizationId, ProviderId } from "@/lib/domain/ids";

export type Log = OrganizationId | ProviderId;

/**
 * The client that an event is about, of a provider: without a name if it is none of its clients any more. Then, what it
 * was called when it was entered, as far as the provider's own log says it.
 */
export type EventClient = { id: OrganizationId; name: string | null; formerName?: string | null };

/** Which events are looked at. */
export type Scope = {
  /** In whose log somebody's place and its beginning are known. */
  log: Log;
  within: SQL;
  client: SQL<EventClient | null>;
  /** What is asked for stands in any of these. Each is read from an index of its own. */
  parts?: SQL[];
};

/** One log, and nothing else. */
export const oneLog = (log: Log): Scope => ({
  log,
  within: eq(events.log, log),
  client: sql<EventClient | null>`null::json`,
});
