import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import { users } from "@/db/schema/users";
import type { AuditEvent } from "@/lib/domain/events";
import type { OrganizationId } from "@/lib/domain/ids";
import type { MustHold } from "@/lib/operations/command";
import { Refused } from "@/lib/operations/errors";
import { type Client, touchedOwner } from "@/lib/operations/event/internal/touched-owner";
import { team } from "@/lib/operations/locks";
import {
  type InvitingOrganization,
  mailInvitations,
} from "@/lib/operations/organization/internal/mail-invitations";
import { membersWhoMay } from "@/lib/operations/organization/internal/members-who-may";
import { ownersSoFar } from "@/lib/operations/organization/internal/owner-answered";
import { teamAmong } from "@/lib/operations/organization/internal/team-of-provider";

type Invitation = {
  organizationId: OrganizationId;
  asClient: Client;
  invitedBy: InvitingOrganization;
  ownerEmail: string;
  mustHold: MustHold;
};

/**
 * Sends the invitation of a new client's owner to another address. The earlier link stops working. Afterwards
 * the owner's row is as if the client had been made with the new address.
 *
 * @returns what both logs say; nothing when the owner is invited at this address already.
 * @throws {Refused} `already_accepted` when the owner who was invited first has accepted, at another address.
 */
export async function inviteOtherOwner(
  tx: Tx,
  { organizationId, asClient, invitedBy, ownerEmail, mustHold }: Invitation,
  now: Date,
): Promise<AuditEvent[]> {
  const owners = await tx
    .select({
      memberId: organizationMembers.id,
      status: organizationMembers.status,
      invited: organizationMembers.email,
      account: users.email,
    })
    .from(organizationMembers)
    .leftJoin(users, eq(users.id, organizationMembers.userId))
    .where(and(eq(organizationMembers.organizationId, organizationId), membersWhoMay("manage_owners")))
    .orderBy(organizationMembers.id)
    .for("no key update", { of: organizationMembers });
  if (owners.some(({ invited, account }) => invited === ownerEmail || account === ownerEmail)) return [];
  const [owner] = owners;
  if (owners.length !== 1 || owner?.status !== "invited") throw new Refused("already_accepted");

  const { memberId, invited } = owner;
  const { providerId } = asClient;
  const ofTeam = (await teamAmong(tx, organizationId, [ownerEmail])).has(ownerEmail);
  if (ofTeam) mustHold(team(providerId));
  const { hasAnswered } = await ownersSoFar(tx, organizationId);
  await tx
    .update(organizationMembers)
    .set({
      email: ownerEmail,
      letInByProvider: hasAnswered,
      placeOfProvider: ofTeam ? providerId : null,
      askedAt: null,
      askedBy: null,
      approvedAt: now,
      approvedBy: null,
      invitedAt: now,
      revisedAt: now,
    })
    .where(eq(organizationMembers.id, memberId));
  await mailInvitations(tx, invitedBy, [{ memberId, email: ownerEmail, role: "owner" }], now);

  const about = { providerId, organizationId, organizationMemberId: memberId };
  const before = { memberId, email: invited ?? "" };
  const after = { memberId, email: ownerEmail };
  const withdrawn = { email: before.email, role: "owner" } as const;
  return [
    { type: "organization_member.withdrawn", ...about, details: withdrawn },
    touchedOwner(asClient, before, "withdrawn"),
    { type: "organization_member.invited", ...about, details: { email: ownerEmail, role: "owner" } },
    touchedOwner(asClient, after, "invited"),
  ];
}
