import "server-only";
import type { Tx } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import type { OrganizationMemberId, UserId } from "@/lib/domain/ids";
import type { CreateOrganization } from "@/lib/domain/organization/creating";

type Made = Pick<CreateOrganization, "organizationId" | "organizationKeyId" | "organizationKeyForMember">;

export async function insertOwner(
  tx: Tx,
  { organizationId, organizationKeyId, organizationKeyForMember }: Made,
  userId: UserId,
  now: Date,
): Promise<OrganizationMemberId> {
  const [owner] = await tx
    .insert(organizationMembers)
    .values({
      organizationId,
      userId,
      role: "owner",
      status: "confirmed",
      organizationKeyForMember,
      organizationKeyId,
      acceptedAt: now,
      confirmedAt: now,
      createdAt: now,
      revisedAt: now,
    })
    .returning({ id: organizationMembers.id });
  if (!owner) throw new Error("an inserted member comes back");
  return owner.id;
}
