import "server-only";
import type { Tx } from "@/db/client";
import { collectionMembers } from "@/db/schema/collection-members";
import { collections } from "@/db/schema/collections";
import { organizationMembers } from "@/db/schema/organization-members";
import type { EncString } from "@/lib/crypto/types";
import type { OrganizationId, OrganizationMemberId } from "@/lib/domain/ids";
import { tokenHours } from "@/lib/domain/token";
import { linkOf } from "@/lib/operations/links";
import { queueMail } from "@/lib/operations/mail/queue-mail";
import { recipientAt } from "@/lib/operations/provider/recipient";
import { issueToken } from "@/lib/operations/token/issue-token";

type Invitation = {
  organizationId: OrganizationId;
  organizationName: string;
  providerName: string;
  ownerEmail: string;
  /** The name of the default collection, which its owner will manage. */
  collectionName: EncString;
};

/** Gives a new organization its default collection and the invitation of its owner. */
export async function inviteOwner(tx: Tx, invitation: Invitation, now: Date): Promise<OrganizationMemberId> {
  const { organizationId, organizationName, providerName, ownerEmail: email, collectionName } = invitation;
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

  const subject = { purpose: "organization_member", organizationMemberId: owner.id, email } as const;
  const link = linkOf(await issueToken(tx, subject, now));
  const expiresAt = new Date(Number(now) + tokenHours.organization_member * 3_600_000).toISOString();
  await queueMail(
    tx,
    await recipientAt(tx, email),
    { kind: "client.owner_invite", link, organizationName, providerName, expiresAt },
    now,
  );
  return owner.id;
}
