import "server-only";
import { sql } from "drizzle-orm";
import { accountRecoveries } from "@/db/schema/account-recoveries";
import { organizations } from "@/db/schema/organizations";
import type { UserId } from "@/lib/domain/ids";
import type { Asked } from "@/lib/domain/recovery/asked";
import { hasLapsed, readyFrom, type Times } from "@/lib/domain/recovery/term";
import { isAccountInTeam } from "@/lib/operations/is-in-team";

/** What the rules judge of a recovery that was asked for. The select joins its organization. */
export const askedColumns = {
  askedBy: accountRecoveries.askedBy,
  askedAt: accountRecoveries.askedAt,
  forProvider: accountRecoveries.forProvider,
  readyAt: accountRecoveries.readyAt,
  approvedAt: accountRecoveries.approvedAt,
  approvedBy: accountRecoveries.approvedBy,
  /** Whoever approved it may have joined the provider's team since. */
  approverIsOfTeam: isAccountInTeam(organizations.providerId, accountRecoveries.approvedBy),
  waitHours: organizations.recoveryWaitHours,
};

/** Whether the actor's account is in the team of the provider of the organization that a select joins. */
export const actorIsOfTeam = (actor: UserId) =>
  isAccountInTeam(organizations.providerId, sql`${actor}::uuid`);

type Nullable<Row> = { [Name in keyof Row]: Row[Name] | null };
type Row = Times & {
  askedBy: UserId;
  approvedBy: UserId | null;
  forProvider: boolean;
  approverIsOfTeam: boolean;
  waitHours: number;
};

/**
 * What was asked about a member, as the rules judge it now; null where nobody has asked, or where it has come to its
 * end. An approval counts while whoever gave it is not of the provider's team.
 */
export function askedOf(row: Nullable<Row>, actor: UserId, now: Date): Asked {
  const { askedAt, readyAt, approvedAt } = row;
  if (!askedAt || !readyAt) return null;
  const [times, waitHours] = [{ askedAt, readyAt, approvedAt }, row.waitHours ?? 0];
  if (hasLapsed(times, waitHours, now)) return null;
  return {
    isApproved: approvedAt !== null && row.approverIsOfTeam !== true && row.approvedBy !== row.askedBy,
    forProvider: row.forProvider === true,
    readyAt: readyFrom(times, waitHours),
    isYours: row.askedBy === actor,
  };
}
