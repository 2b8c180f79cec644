import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { providerPlans } from "@/db/schema/provider-plans";
import type { ProviderId, UserId } from "@/lib/domain/ids";
import { enterSeats } from "@/lib/operations/provider/internal/enter-seats";

/** Enters the seats that a provider has committed itself to into the ledger, as it is set up. */
export async function enterCommitment(tx: Tx, providerId: ProviderId, by: UserId, now: Date): Promise<void> {
  const committed = await tx
    .select({ plan: providerPlans.plan, after: providerPlans.seatMinimum })
    .from(providerPlans)
    .where(eq(providerPlans.providerId, providerId));
  const entries = committed.map((plan) => ({ providerId, organizationId: null, before: 0, ...plan }));
  await enterSeats(tx, by, "set_up", entries, now);
}
