import "server-only";
import type { Tx } from "@/db/client";
import type { AuditEvent } from "@/lib/domain/events";
import type { OrganizationId, ProviderId, UserId } from "@/lib/domain/ids";
import type {
  ClientWork,
  ConfirmedSeats,
  RefusedResult,
  SeatResult,
  TagResult,
} from "@/lib/domain/provider/client-jobs";
import type { Refusal } from "@/lib/domain/refusal";
import type { LockedClient } from "@/lib/operations/client/internal/lock-clients";

/** What a kind of work is given: its clients are locked, and for seats the plans too. */
export type Work<Kind extends ClientWork["kind"]> = {
  tx: Tx;
  providerId: ProviderId;
  clients: readonly LockedClient[];
  work: Extract<ClientWork, { kind: Kind }>;
  confirmed: ConfirmedSeats | null;
  by: { userId: UserId; purchases: boolean };
  now: Date;
};

/** What became of one client. */
export type DoneTo = {
  organizationId: OrganizationId;
  refusal: Refusal | null;
  result: SeatResult | RefusedResult | TagResult | null;
};

export type Worked = { rows: DoneTo[]; events: AuditEvent[] };
