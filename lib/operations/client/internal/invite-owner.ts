import "server-only";
import type { Tx } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import type { EncString } from "@/lib/crypto/types";
import type { OrganizationId, OrganizationKeyId, OrganizationMemberId, ProviderId } from "@/lib/domain/ids";
import { insertDefaultCollection } from "@/lib/operations/collection/internal/insert-default-collection";
import type { MustHold } from "@/lib/operations/command";
import { team } from "@/lib/operations/locks";
import {
  type InvitingOrganization,
  mailInvitations,
} from "@/lib/operations/organization/internal/mail-invitations";
import { teamAmong } from "@/lib/operations/organization/internal/team-of-provider";

type Invitation = {
  providerId: ProviderId;
  organizationId: OrganizationId;
  organizationKeyId: OrganizationKeyId;
  invitedBy: InvitingOrganization;
  ownerEmail: string;
  /** The name of the default collection, which its owner will manage. */
  collectionName: EncString;
  mustHold: MustHold;
};

/** Gives a new organization its default collection and the invitation of its owner. */
export async function inviteOwner(tx: Tx, invitation: Invitation, now: Date): Promise<OrganizationMemberId> {
  const {
    providerId,
    organizationId,
    organizationKeyId,
    invitedBy,
    ownerEmail: email,
    collectionName,
    mustHold,
  } = invitation;
  const ofTeam = (await teamAmong(tx, organizationId, [email])).has(email);
  if (ofTeam) mustHold(team(providerId));
  const [owner] = await tx
    .insert(organizationMembers)
    .values({
      organizationId,
      email,
      role: "owner",
      status: "invited",
      invitedAt: now,
      // The owner was named when the client was made, when there was nobody who could approve it.
      approvedAt: now,
      ...(ofTeam && { placeOfProvider: providerId }),
      createdAt: now,
      revisedAt: now,
    })
    .returning({ id: organizationMembers.id });
  if (!owner) throw new Error("an inserted member comes back");
  const made = { organizationId, organizationKeyId, collectionName, ownerId: owner.id };
  await insertDefaultCollection(tx, made, now);
  await mailInvitations(tx, invitedBy, [{ memberId: owner.id, email, role: "owner" }], now);
  return owner.id;
}
