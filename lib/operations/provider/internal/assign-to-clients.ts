import "server-only";
import type { Tx } from "@/db/client";
import type { OrganizationId, ProviderId, UserId } from "@/lib/domain/ids";
import { plans } from "@/lib/domain/organization/plans";
import type { LedgerReason } from "@/lib/domain/provider/ledger";
import type { SeatsOfPlan } from "@/lib/domain/provider/seats";
import { NotFound } from "@/lib/operations/errors";
import { enterSeats } from "@/lib/operations/provider/internal/enter-seats";
import { assignSeats, type LockedPlans } from "@/lib/operations/provider/internal/lock-plans";

type Assignment = SeatsOfPlan & { organizationId: OrganizationId };

type Given = {
  providerId: ProviderId;
  /** Locked, and judged by. */
  plans: LockedPlans;
  by: UserId;
  reason: LedgerReason;
};

/**
 * Assigns clients seats of the provider's plans, or takes them back, and enters each into the ledger. Whether it may be
 * is judged by the caller, and the rows of the clients are left to it. One statement for each plan, and one for all.
 */
export async function assignToClients(
  tx: Tx,
  { providerId, plans: locked, by, reason }: Given,
  clients: readonly Assignment[],
  now: Date,
): Promise<void> {
  for (const plan of plans) {
    const changes = clients.flatMap((client) => (client.plan === plan ? [client.to - client.from] : []));
    const change = changes.reduce((sum, one) => sum + one, 0);
    if (change === 0) continue;
    const seats = locked.get(plan);
    if (!seats) throw new NotFound();
    await assignSeats(tx, seats, change, now);
  }
  const entries = clients.map(({ organizationId, plan, from, to }) => ({
    providerId,
    organizationId,
    plan,
    before: from,
    after: to,
  }));
  await enterSeats(tx, by, reason, entries, now);
}
