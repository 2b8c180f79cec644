import "server-only";
import type { Tx } from "@/db/client";
import type { AuditEvent } from "@/lib/domain/events";
import type { OrganizationId, ProviderId, UserId } from "@/lib/domain/ids";
import type { Plan } from "@/lib/domain/organization/plans";
import type { ProviderRole } from "@/lib/domain/provider/member";
import { mayChangeSeats, mayPurchaseShown, maySetSeats, purchaseOf } from "@/lib/domain/provider/seats";
import type { lockClient } from "@/lib/operations/client/internal/lock-client";
import { planAndSeatsChanged } from "@/lib/operations/client/internal/plan-and-seats-changed";
import { assertAllowed } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { enterSeats } from "@/lib/operations/provider/internal/enter-seats";
import { assignSeats, type lockPlans } from "@/lib/operations/provider/internal/lock-plans";

type Change = {
  providerId: ProviderId;
  organizationId: OrganizationId;
  /** The client and the provider's plans as they are, locked. */
  client: Awaited<ReturnType<typeof lockClient>>;
  plans: Awaited<ReturnType<typeof lockPlans>>;
  to: { name: string; plan: Plan; seats: number };
  by: { userId: UserId; role: ProviderRole };
  /** How many more purchased seats were confirmed. */
  shown?: { purchase: number } | undefined;
};

/**
 * Moves a client's seats to another plan, or assigns it another number of them, and enters both into the ledger. The
 * client's own row is left to the caller.
 *
 * @returns what both logs say; nothing when plan and seats stay.
 */
export async function changePlanAndSeats(tx: Tx, change: Change, now: Date): Promise<AuditEvent[]> {
  const { providerId, organizationId, client, plans, to, by, shown } = change;
  const { plan, seats } = to;
  if (plan === client.plan && seats === client.seats) return [];
  const [before, after] = [plans.get(client.plan), plans.get(plan)];
  if (!before || !after) throw new NotFound();
  const isSamePlan = plan === client.plan;
  const added = isSamePlan ? seats - client.seats : seats;
  assertAllowed(maySetSeats(seats, client.usedSeats));
  assertAllowed(mayChangeSeats(by.role, after, added));
  if (shown) assertAllowed(mayPurchaseShown(shown.purchase, purchaseOf(after, added)));

  if (!isSamePlan) await assignSeats(tx, before, -client.seats, now);
  await assignSeats(tx, after, added, now);
  const whose = { providerId, organizationId };
  const entries = isSamePlan
    ? [{ ...whose, plan, before: client.seats, after: seats }]
    : [
        { ...whose, plan: client.plan, before: client.seats, after: 0 },
        { ...whose, plan, before: 0, after: seats },
      ];
  await enterSeats(tx, by.userId, "client_corrected", entries, now);
  const ids = { ...whose, providerOrganizationId: client.providerOrganizationId };
  return planAndSeatsChanged(ids, { ...client, name: to.name }, { plan, seats });
}
