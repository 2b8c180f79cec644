import "server-only";
import type { Tx } from "@/db/client";
import { collections } from "@/db/schema/collections";
import { organizationMembers } from "@/db/schema/organization-members";
import type { EncString } from "@/lib/crypto/types";
import type { OrganizationId, OrganizationKeyId, OrganizationMemberId, ProviderId } from "@/lib/domain/ids";
import { insertGrants } from "@/lib/operations/collection/internal/grants";
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
  const [collection] = await tx
    .insert(collections)
    .values({ organizationId, organizationKeyId, name: collectionName, createdAt: now, revisedAt: now })
    .returning({ id: collections.id });
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
  if (!collection || !owner) throw new Error("inserted rows come back");
  const grant = { collectionId: collection.id, memberId: owner.id, permission: "manage" } as const;
  await insertGrants(tx, [{ organizationId, ...grant }]);

  await mailInvitations(tx, invitedBy, [{ memberId: owner.id, email, role: "owner" }], now);
  return owner.id;
}
