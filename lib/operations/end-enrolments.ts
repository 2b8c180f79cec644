import "server-only";
import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { accountRecoveries } from "@/db/schema/account-recoveries";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { policies } from "@/db/schema/policies";
import type { AuditEvent } from "@/lib/domain/events";
import type { UserId } from "@/lib/domain/ids";
import { isInForce } from "@/lib/operations/policy/internal/in-force";

/**
 * Ends the enrolments in account recovery of somebody who joins a provider's team, in organizations whose policy enrols
 * everybody: their user key opens the clients of that provider from now on, and no policy enrols such people. They can
 * enrol again by hand. The caller holds the account.
 *
 * @returns what the logs of those organizations say.
 */
export async function endEnrolmentsByPolicy(tx: Tx, userId: UserId, now: Date): Promise<AuditEvent[]> {
  const enrolling = tx
    .select({ id: policies.organizationId })
    .from(policies)
    .innerJoin(organizations, eq(organizations.id, policies.organizationId))
    .where(
      and(
        eq(policies.type, "account_recovery"),
        isInForce,
        sql`${policies.data} ->> 'autoEnrollEnabled' = 'true'`,
      ),
    );
  const ended = await tx
    .update(organizationMembers)
    .set({ userKeyForOrganization: null, revisedAt: now })
    .where(
      and(
        eq(organizationMembers.userId, userId),
        isNotNull(organizationMembers.userKeyForOrganization),
        inArray(organizationMembers.organizationId, enrolling),
      ),
    )
    .returning({ id: organizationMembers.id, organizationId: organizationMembers.organizationId });
  await tx.delete(accountRecoveries).where(
    inArray(
      accountRecoveries.memberId,
      ended.map(({ id }) => id),
    ),
  );
  return ended.map(({ id, organizationId }) => ({
    type: "organization_member.recovery_withdrawn",
    organizationId,
    organizationMemberId: id,
    userId,
  }));
}
