import "server-only";
import { sql } from "drizzle-orm";
import { accountRecoveries } from "@/db/schema/account-recoveries";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import type { UserId } from "@/lib/domain/ids";
import type { OrganizationRole } from "@/lib/domain/organization/member";
import type { Asked } from "@/lib/domain/recovery/asked";
import { hasLapsed, readyFrom, type Times } from "@/lib/domain/recovery/term";
import { countsNow } from "@/lib/operations/counts-now";

/** What the rules judge of a recovery that was asked for. The select joins its organization and its member. */
export const askedColumns = {
  askedBy: accountRecoveries.askedBy,
  askedAt: accountRecoveries.askedAt,
  forProvider: accountRecoveries.forProvider,
  readyAt: accountRecoveries.readyAt,
  approvedAt: accountRecoveries.approvedAt,
  approvedBy: accountRecoveries.approvedBy,
  /** Whoever approved it may be no owner any more, or on the provider's side by now. */
  approverCounts: sql<boolean>`exists (select from ${organizationMembers} as approver
    where approver.organization_id = ${accountRecoveries.organizationId}
      and approver.user_id = ${accountRecoveries.approvedBy}
      and ${countsNow(sql`approver`)})`,
  memberRole: accountRecoveries.memberRole,
  /** What the member is now. The select joins their row too. */
  roleNow: organizationMembers.role,
  waitHours: organizations.recoveryWaitHours,
};

type Nullable<Row> = { [Name in keyof Row]: Row[Name] | null };
type Row = Times & {
  askedBy: UserId;
  approvedBy: UserId | null;
  forProvider: boolean;
  approverCounts: boolean;
  memberRole: OrganizationRole;
  roleNow: OrganizationRole;
  waitHours: number;
};

/**
 * What was asked about a member, as the rules judge it now; null where nobody has asked, or where it has come to its
 * end, or was asked for another role than the member has now. An approval counts while whoever gave it is an owner who is
 * not on the provider's side.
 */
export function askedOf(row: Nullable<Row>, actor: UserId, now: Date): Asked {
  const { askedAt, readyAt, approvedAt } = row;
  if (!askedAt || !readyAt) return null;
  const [times, waitHours] = [{ askedAt, readyAt, approvedAt }, row.waitHours ?? 0];
  if (hasLapsed(times, waitHours, now) || row.memberRole !== row.roleNow) return null;
  return {
    isApproved: approvedAt !== null && row.approverCounts === true && row.approvedBy !== row.askedBy,
    forProvider: row.forProvider === true,
    readyAt: readyFrom(times, waitHours),
    isYours: row.askedBy === actor,
  };
}
