import "server-only";
import type { Tx } from "@/db/client";
import type { AuditEvent } from "@/lib/domain/events";
import type { OrganizationId, ProviderId, UserId } from "@/lib/domain/ids";
import type { Plan } from "@/lib/domain/organization/plans";
import {
  mayGiveSeats,
  mayPurchaseShown,
  numbersOfChange,
  type SeatNumbers,
} from "@/lib/domain/provider/seats";
import type { lockClient } from "@/lib/operations/client/internal/lock-client";
import { planAndSeatsChanged } from "@/lib/operations/client/internal/plan-and-seats-changed";
import { assertAllowed } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { assignToClients } from "@/lib/operations/provider/internal/assign-to-clients";
import type { LockedPlans } from "@/lib/operations/provider/internal/lock-plans";

type Change = {
  providerId: ProviderId;
  organizationId: OrganizationId;
  /** The client and the provider's plans as they are, locked. */
  client: Awaited<ReturnType<typeof lockClient>>;
  plans: LockedPlans;
  to: { name: string; plan: Plan; seats: number };
  by: { userId: UserId; purchases: boolean };
  /** What was confirmed, of a client that was none yet. */
  shown?: SeatNumbers | undefined;
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
  const of = plans.get(plan);
  if (!of) throw new NotFound();
  const isSamePlan = plan === client.plan;
  const given = { organizationId, plan, from: isSamePlan ? client.seats : 0, to: seats };
  const takenBack = { organizationId, plan: client.plan, from: client.seats, to: 0 };
  assertAllowed(mayGiveSeats(given, of, { used: client.usedSeats, purchases: by.purchases }));
  if (shown) assertAllowed(mayPurchaseShown(shown.purchase, numbersOfChange(given, of).purchase));

  const asked = { providerId, plans, by: by.userId, reason: "client_corrected" } as const;
  await assignToClients(tx, asked, isSamePlan ? [given] : [takenBack, given], now);
  const ids = { providerId, organizationId, providerOrganizationId: client.providerOrganizationId };
  return planAndSeatsChanged(ids, { ...client, name: to.name }, { plan, seats });
}
