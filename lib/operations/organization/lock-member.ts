import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import { users } from "@/db/schema/users";
import type { OrganizationId, OrganizationMemberId } from "@/lib/domain/ids";
import { NotFound } from "@/lib/operations/errors";
import { isOfTeam } from "@/lib/operations/organization/team-of-provider";

/**
 * One member of the organization, locked, with the account behind it if there is one.
 *
 * @param strength `no key update` where their role and status stay: what they do meanwhile need not wait.
 */
export async function lockMember(
  tx: Tx,
  organizationId: OrganizationId,
  memberId: OrganizationMemberId,
  strength: "update" | "no key update" = "update",
) {
  const [member] = await tx
    .select({
      role: organizationMembers.role,
      status: organizationMembers.status,
      userId: organizationMembers.userId,
      invitedEmail: organizationMembers.email,
      email: users.email,
      name: users.name,
      locale: users.locale,
      publicKey: users.publicKey,
      askedAt: organizationMembers.askedAt,
      approvedAt: organizationMembers.approvedAt,
      approvedBy: organizationMembers.approvedBy,
      ofTeam: isOfTeam,
    })
    .from(organizationMembers)
    .leftJoin(users, eq(users.id, organizationMembers.userId))
    .where(and(eq(organizationMembers.organizationId, organizationId), eq(organizationMembers.id, memberId)))
    .for(strength, { of: organizationMembers });
  if (!member) throw new NotFound();
  return member;
}

/** How many confirmed members there are, and how many of them own. To be counted under the organization's lock. */
export async function countConfirmed(tx: Tx, organizationId: OrganizationId) {
  const [counts] = await tx
    .select({
      members: sql<number>`count(*)::int`,
      owners: sql<number>`count(*) filter (where ${organizationMembers.role} = 'owner')::int`,
    })
    .from(organizationMembers)
    .where(
      and(
        eq(organizationMembers.organizationId, organizationId),
        eq(organizationMembers.status, "confirmed"),
      ),
    );
  return counts ?? { members: 0, owners: 0 };
}
