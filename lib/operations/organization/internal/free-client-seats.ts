import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizations } from "@/db/schema/organizations";
import type { OrganizationId, ProviderId, UserId } from "@/lib/domain/ids";
import type { LedgerReason } from "@/lib/domain/provider/ledger";
import { NotFound } from "@/lib/operations/errors";
import { assignToClients } from "@/lib/operations/provider/internal/assign-to-clients";
import { lockPlans } from "@/lib/operations/provider/internal/lock-plans";

type Client = { providerId: ProviderId; organizationId: OrganizationId };

/** Gives a client's seats back to its provider, and enters it into the ledger. The plans are locked already. */
export async function freeClientSeats(
  tx: Tx,
  { providerId, organizationId }: Client,
  { by, reason }: { by: UserId; reason: LedgerReason },
  now: Date,
) {
  const plans = await lockPlans(tx, providerId);
  const [client] = await tx
    .select({ plan: organizations.plan, seats: organizations.seats })
    .from(organizations)
    .where(eq(organizations.id, organizationId));
  if (!client) throw new NotFound();
  const freed = { organizationId, plan: client.plan, from: client.seats, to: 0 };
  await assignToClients(tx, { providerId, plans, by, reason }, [freed], now);
}
