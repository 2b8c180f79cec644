import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { organizations } from "@/db/schema/organizations";
import { FindClients } from "@/lib/domain/provider/inputs";
import { holding } from "@/lib/operations/keyset";
import { inProvider } from "@/lib/operations/provider/access";
import { defineQuery } from "@/lib/operations/query";

/** As many as are offered at once while somebody types. */
const offered = 8;

/** The first clients of a provider by name that hold what is typed. */
export const findClients = defineQuery({
  name: "client.find",
  input: FindClients,
  access: inProvider.enter_clients,
  read: ({ tx, input: { providerId, search } }) =>
    tx
      .select({ id: organizations.id, name: organizations.name, standing: organizations.standing })
      .from(organizations)
      .where(and(eq(organizations.providerId, providerId), holding(search, organizations.sortName)))
      .orderBy(asc(organizations.sortName), asc(organizations.id))
      .limit(offered),
});
