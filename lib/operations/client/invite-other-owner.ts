import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import { users } from "@/db/schema/users";
import type { AuditEvent } from "@/lib/domain/events";
import type { OrganizationId } from "@/lib/domain/ids";
import { Refused } from "@/lib/operations/errors";
import { type InvitingOrganization, mailInvitations } from "@/lib/operations/organization/mail-invitations";

type Invitation = {
  organizationId: OrganizationId;
  invitedBy: InvitingOrganization;
  ownerEmail: string;
};

/**
 * Sends the invitation of a new client's owner to another address; the link sent before stops working. Null when
 * the owner is invited at this address already.
 *
 * @throws {Refused} `already_accepted` when the owner who was invited first has accepted, at another address.
 */
export async function inviteOtherOwner(
  tx: Tx,
  { organizationId, invitedBy, ownerEmail }: Invitation,
  now: Date,
): Promise<AuditEvent | null> {
  const owners = await tx
    .select({
      memberId: organizationMembers.id,
      status: organizationMembers.status,
      invited: organizationMembers.email,
      account: users.email,
    })
    .from(organizationMembers)
    .leftJoin(users, eq(users.id, organizationMembers.userId))
    .where(and(eq(organizationMembers.organizationId, organizationId), eq(organizationMembers.role, "owner")))
    .orderBy(organizationMembers.id)
    .for("no key update", { of: organizationMembers });
  if (owners.some(({ invited, account }) => invited === ownerEmail || account === ownerEmail)) return null;
  const [owner] = owners;
  if (owners.length !== 1 || owner?.status !== "invited") throw new Refused("already_accepted");

  const { memberId } = owner;
  await tx
    .update(organizationMembers)
    .set({ email: ownerEmail, invitedAt: now, revisedAt: now })
    .where(eq(organizationMembers.id, memberId));
  await mailInvitations(tx, invitedBy, [{ memberId, email: ownerEmail, role: "owner" }], now);
  return {
    type: "organization_member.invited",
    organizationId,
    organizationMemberId: memberId,
    details: { email: ownerEmail, role: "owner" },
  };
}
