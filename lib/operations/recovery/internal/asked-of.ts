import "server-only";
import type { accountRecoveries } from "@/db/schema/account-recoveries";
import type { UserId } from "@/lib/domain/ids";
import type { Asked } from "@/lib/domain/recovery/asked";

type Row = Pick<typeof accountRecoveries.$inferSelect, "approvedAt" | "forProvider" | "readyAt" | "askedBy">;

/** What was asked about a member, as the rules judge it. */
export const askedOf = (row: Row | null, actor: UserId): Asked =>
  row && {
    isApproved: row.approvedAt !== null,
    forProvider: row.forProvider,
    readyAt: row.readyAt,
    isYours: row.askedBy === actor,
  };
