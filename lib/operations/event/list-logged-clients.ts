import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { organizations } from "@/db/schema/organizations";
import { ListLoggedClients } from "@/lib/domain/event-log";
import { holding } from "@/lib/operations/keyset";
import { inProvider } from "@/lib/operations/provider/access";
import { defineQuery } from "@/lib/operations/query";

/** As many as a person looks through in a list. The others are found by searching. */
const offered = 100;

/**
 * By which clients a provider's log can be filtered: the first by name of those that are searched for, and the one that
 * is chosen already, wherever it stands.
 */
export const listLoggedClients = defineQuery({
  name: "event.list_clients_of_provider",
  input: ListLoggedClients,
  access: inProvider.read_events,
  async read({ tx, input: { providerId, search, chosen } }) {
    const shown = { id: organizations.id, name: organizations.name };
    const ofProvider = eq(organizations.providerId, providerId);
    const found = await tx
      .select(shown)
      .from(organizations)
      .where(and(ofProvider, holding(search, organizations.sortName)))
      .orderBy(asc(organizations.sortName), asc(organizations.id))
      .limit(offered + 1);
    const clients = found.slice(0, offered);
    const isMissing = chosen && !clients.some(({ id }) => id === chosen);
    const chosenToo = isMissing
      ? await tx
          .select(shown)
          .from(organizations)
          .where(and(ofProvider, eq(organizations.id, chosen)))
      : [];
    return { clients: [...chosenToo, ...clients], areMore: found.length > offered };
  },
});

export type LoggedClients = Awaited<ReturnType<typeof listLoggedClients.read>>;
