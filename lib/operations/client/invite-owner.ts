import "server-only";
import type { Tx } from "@/db/client";
import { collectionMembers } from "@/db/schema/collection-members";
import { collections } from "@/db/schema/collections";
import { organizationMembers } from "@/db/schema/organization-members";
import type { EncString } from "@/lib/crypto/types";
import type { OrganizationId, OrganizationMemberId, ProviderId } from "@/lib/domain/ids";
import { recipientAt } from "@/lib/operations/mail/recipients";
import { type InvitingOrganization, mailInvitation } from "@/lib/operations/organization/mail-invitation";
import { teamAmong } from "@/lib/operations/organization/team-of-provider";

type Invitation = {
  providerId: ProviderId;
  organizationId: OrganizationId;
  invitedBy: InvitingOrganization;
  ownerEmail: string;
  /** The name of the default collection, which its owner will manage. */
  collectionName: EncString;
};

/** Gives a new organization its default collection and the invitation of its owner. */
export async function inviteOwner(tx: Tx, invitation: Invitation, now: Date): Promise<OrganizationMemberId> {
  const { providerId, organizationId, invitedBy, ownerEmail: email, collectionName } = invitation;
  const ofTeam = (await teamAmong(tx, organizationId, [email])).has(email);
  const [collection] = await tx
    .insert(collections)
    .values({ organizationId, name: collectionName, createdAt: now, revisedAt: now })
    .returning({ id: collections.id });
  const [owner] = await tx
    .insert(organizationMembers)
    .values({
      organizationId,
      email,
      role: "owner",
      status: "invited",
      invitedAt: now,
      // Named with the client itself: nobody was there to approve it.
      approvedAt: now,
      ...(ofTeam && { placeOfProvider: providerId }),
      createdAt: now,
      revisedAt: now,
    })
    .returning({ id: organizationMembers.id });
  if (!collection || !owner) throw new Error("inserted rows come back");
  await tx.insert(collectionMembers).values({
    organizationId,
    collectionId: collection.id,
    memberId: owner.id,
    permission: "manage",
  });

  const { locale } = await recipientAt(tx, email);
  const invited = { memberId: owner.id, email, locale, role: "owner" } as const;
  await mailInvitation(tx, invitedBy, invited, now);
  return owner.id;
}
