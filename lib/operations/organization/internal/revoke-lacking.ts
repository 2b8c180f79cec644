import "server-only";
import type { Tx } from "@/db/client";
import type { AuditEvent } from "@/lib/domain/events";
import type { OrganizationId, OrganizationMemberId } from "@/lib/domain/ids";
import { type RevokingPolicy, reasonOf } from "@/lib/domain/policy/binding";
import { lockMembers } from "@/lib/operations/organization/internal/lock-members";
import { revocation, revokeMembers } from "@/lib/operations/organization/internal/revoke-members";

type Lacking = { id: OrganizationMemberId; lacks: RevokingPolicy };

/**
 * Revokes members, each for the policy that they lack, under the locks of their organization and accounts.
 *
 * @returns an event for each.
 */
export async function revokeLacking(
  tx: Tx,
  organizationId: OrganizationId,
  lacking: readonly Lacking[],
  now: Date,
): Promise<AuditEvent[]> {
  const events: AuditEvent[] = [];
  for (const policy of new Set(lacking.map(({ lacks }) => lacks))) {
    const memberIds = lacking.flatMap(({ id, lacks }) => (lacks === policy ? [id] : []));
    const members = await lockMembers(tx, { organizationId, memberIds });
    const reason = reasonOf[policy];
    await revokeMembers(tx, organizationId, members, reason, now);
    events.push(...members.map((member) => revocation(organizationId, member, reason)));
  }
  return events;
}
