import type { ClientTagId, OrganizationId } from "@/lib/domain/ids";
import type { Plan } from "@/lib/domain/organization/plans";
import type { ClientStanding } from "@/lib/domain/provider/standing";

/** A row of the Clients page. */
export type ClientRow = {
  id: OrganizationId;
  name: string;
  plan: Plan;
  standing: ClientStanding;
  tags: ClientTagId[];
  /** Members who have accepted and wait to be confirmed. */
  toConfirm: number;
  assigned: number;
  used: number;
  remaining: number;
};

/** A provider's seats of one plan. Its discount is in percent, and null for whoever does not see what it pays. */
export type SeatTotal = { plan: Plan; minimum: number; assigned: number; discount: number | null };

export const seatsOf = (totals: readonly SeatTotal[], plan: Plan): SeatTotal =>
  totals.find((total) => total.plan === plan) ?? { plan, minimum: 0, assigned: 0, discount: null };
