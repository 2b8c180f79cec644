import { asc } from "drizzle-orm";
import { type Database, openDatabase } from "@/db/client";
import { migrate } from "@/db/migrate";
import { organizations } from "@/db/schema/organizations";
import { providers } from "@/db/schema/providers";
import { seedQuickstart } from "@/db/seed/quickstart";
import type { OrganizationId } from "@/lib/domain/ids";
import { parseEnvironment } from "@/lib/env";

/**
 * Fills an instance with the quickstart, and answers the addresses of its pages and people.
 *
 * @param more what the first client is to have besides.
 */
export async function filled(
  settings: Record<string, string>,
  password: string,
  more?: (db: Database, organizationId: OrganizationId) => Promise<void>,
) {
  const { db, close } = await openDatabase(parseEnvironment(settings));
  try {
    await migrate(db);
    const logIns = await seedQuickstart(db, password);
    const [provider] = await db.select({ id: providers.id }).from(providers);
    const [client] = await db
      .select({ id: organizations.id })
      .from(organizations)
      .orderBy(asc(organizations.sortName));
    if (client) await more?.(db, client.id);
    const emailOf = (is: string) => logIns.find((logIn) => logIn.is.startsWith(is))?.email ?? "";
    return {
      provider: `/providers/${provider?.id}`,
      client: `/organizations/${client?.id}`,
      brett: emailOf("Brett"),
      owner: emailOf("owner"),
      administrator: emailOf("instance"),
    };
  } finally {
    await close();
  }
}
