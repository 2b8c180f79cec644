import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import type { AuditEvent } from "@/lib/domain/events";
import type { OrganizationId, OrganizationMemberId, UserId } from "@/lib/domain/ids";
import { lockMembers } from "@/lib/operations/organization/internal/lock-members";
import { revocation, revokeMembers } from "@/lib/operations/organization/internal/revoke-members";
import { whoBinds } from "@/lib/operations/policy/internal/binding-policies";

/**
 * Revokes somebody who takes no second step any more in the organizations that require one. The organizations and the
 * account are locked by the caller.
 *
 * @returns the events, for the logs of the organizations.
 */
export async function revokeWithoutTwoStep(tx: Tx, userId: UserId, now: Date): Promise<AuditEvent[]> {
  const binding = await whoBinds(tx, [userId], "two_step_login");
  const organizationIds = binding.map(({ organizationId }) => organizationId);
  const places = await tx
    .select({ id: organizationMembers.id, organizationId: organizationMembers.organizationId })
    .from(organizationMembers)
    .where(
      and(
        eq(organizationMembers.userId, userId),
        inArray(organizationMembers.organizationId, organizationIds),
      ),
    )
    .orderBy(organizationMembers.id);
  const events: AuditEvent[] = [];
  for (const { id, organizationId } of places)
    events.push(...(await revokePlace(tx, organizationId, id, now)));
  return events;
}

async function revokePlace(
  tx: Tx,
  organizationId: OrganizationId,
  memberId: OrganizationMemberId,
  now: Date,
) {
  const members = await lockMembers(tx, { organizationId, memberIds: [memberId] });
  await revokeMembers(tx, organizationId, members, "two_factor_policy", now);
  return members.map((member) => revocation(organizationId, member, "two_factor_policy"));
}
