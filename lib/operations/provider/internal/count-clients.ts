import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { providerPlans } from "@/db/schema/provider-plans";
import type { ProviderId } from "@/lib/domain/ids";

/** How many clients the provider has. It stays so under the lock of its seats. */
export async function countClients(tx: Tx, providerId: ProviderId): Promise<number> {
  const [row] = await tx
    .select({ clients: sql<number>`coalesce(sum(${providerPlans.clients}), 0)::int` })
    .from(providerPlans)
    .where(eq(providerPlans.providerId, providerId));
  return row?.clients ?? 0;
}
