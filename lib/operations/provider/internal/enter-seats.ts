import "server-only";
import type { Tx } from "@/db/client";
import { seatLedger } from "@/db/schema/seat-ledger";
import { monthlyCents } from "@/lib/domain/billing/prices";
import type { OrganizationId, ProviderId, UserId } from "@/lib/domain/ids";
import type { Plan } from "@/lib/domain/organization/plans";
import type { LedgerReason } from "@/lib/domain/provider/ledger";

/** Seats of one plan, of a client or, with null, of the provider's commitment. */
type SeatChange = {
  providerId: ProviderId;
  organizationId: OrganizationId | null;
  plan: Plan;
  before: number;
  after: number;
};

/**
 * Enters changes of seats into the ledger, with the price of that moment, in the transaction that makes them. What
 * is entered cannot be changed or taken out.
 */
export async function enterSeats(
  tx: Tx,
  /** Null where no person acts: the operator. */
  actorId: UserId | null,
  reason: LedgerReason,
  changes: SeatChange[],
  now: Date,
): Promise<void> {
  if (changes.length === 0) return;
  await tx.insert(seatLedger).values(
    changes.map(({ before, after, plan, ...whose }) => ({
      ...whose,
      plan,
      at: now,
      actorId,
      reason,
      seatsBefore: before,
      seatsAfter: after,
      monthlyPrice: monthlyCents[plan],
    })),
  );
}
