import "server-only";
import { and, asc, desc, eq, max } from "drizzle-orm";
import { clientVisits } from "@/db/schema/client-visits";
import { organizations } from "@/db/schema/organizations";
import { FindClients } from "@/lib/domain/provider/inputs";
import { personOf } from "@/lib/operations/account/access";
import { holding } from "@/lib/operations/keyset";
import { inProvider } from "@/lib/operations/provider/access";
import { defineQuery } from "@/lib/operations/query";

/** As many as are offered at once while somebody types, and of those that they were in last. */
const offered = { found: 8, recent: 5 };

/**
 * The first clients of a provider by name that hold what is typed. Before anything is typed, also those whose consoles
 * the actor has opened last, latest first.
 */
export const findClients = defineQuery({
  name: "client.find",
  input: FindClients,
  access: inProvider.enter_clients,
  async read({ tx, actor, input: { providerId, search } }) {
    const shown = { id: organizations.id, name: organizations.name };
    const found = await tx
      .select(shown)
      .from(organizations)
      .where(and(eq(organizations.providerId, providerId), holding(search, organizations.sortName)))
      .orderBy(asc(organizations.sortName), asc(organizations.id))
      .limit(offered.found + 1);
    const clients = found.slice(0, offered.found);
    /** Whether more of them hold it than are offered. */
    const areMore = found.length > clients.length;
    if (search) return { recent: [], clients, areMore };
    const recent = await tx
      .select(shown)
      .from(clientVisits)
      .innerJoin(organizations, eq(organizations.id, clientVisits.organizationId))
      .where(and(eq(clientVisits.userId, personOf(actor)), eq(clientVisits.providerId, providerId)))
      .groupBy(organizations.id)
      .orderBy(desc(max(clientVisits.startedAt)))
      .limit(offered.recent);
    return { recent, clients, areMore };
  },
});

export type FoundClients = Awaited<ReturnType<typeof findClients.read>>;
