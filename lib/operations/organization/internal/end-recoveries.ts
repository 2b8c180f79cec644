import "server-only";
import { and, eq, type SQL } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { accountRecoveries } from "@/db/schema/account-recoveries";
import { organizationMembers } from "@/db/schema/organization-members";
import { users } from "@/db/schema/users";
import type { AuditEvent } from "@/lib/domain/events";
import type { OrganizationId, ProviderId } from "@/lib/domain/ids";
import { dropRecoveries } from "@/lib/operations/organization/internal/drop-recoveries";

type Where = { organizationId: OrganizationId; providerId: ProviderId };

/**
 * Ends the recoveries that wait and that `which` picks, under the organization's lock.
 *
 * @returns what the organization's log says of each.
 */
export async function endRecoveries(
  tx: Tx,
  { organizationId, providerId }: Where,
  which: SQL,
): Promise<AuditEvent[]> {
  const waiting = await tx
    .select({ memberId: accountRecoveries.memberId, email: users.email })
    .from(accountRecoveries)
    .innerJoin(organizationMembers, eq(organizationMembers.id, accountRecoveries.memberId))
    .innerJoin(users, eq(users.id, organizationMembers.userId))
    .where(and(eq(accountRecoveries.organizationId, organizationId), which));
  if (waiting.length === 0) return [];
  await dropRecoveries(
    tx,
    organizationId,
    waiting.map(({ memberId }) => memberId),
  );
  return waiting.map(({ memberId, email }) => ({
    type: "organization_member.recovery_taken_back",
    organizationId,
    providerId,
    organizationMemberId: memberId,
    details: { email },
  }));
}
