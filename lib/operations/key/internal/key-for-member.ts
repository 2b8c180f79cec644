import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import type { OrganizationId, OrganizationMemberId, UserId } from "@/lib/domain/ids";
import { NotFound } from "@/lib/operations/errors";
import { comparableKey } from "@/lib/operations/key/internal/comparable-key";

/** The organization's key, sealed to a confirmed member of it. */
export async function keyForMember(
  tx: Tx,
  organizationId: OrganizationId,
  userId: UserId,
  memberId: OrganizationMemberId,
) {
  const [own] = await tx
    .select({
      ...comparableKey(userId),
      organizationKeyForMember: organizationMembers.organizationKeyForMember,
    })
    .from(organizations)
    .innerJoin(organizationMembers, eq(organizationMembers.organizationId, organizations.id))
    .where(and(eq(organizations.id, organizationId), eq(organizationMembers.id, memberId)));
  if (!own?.organizationKeyForMember) throw new NotFound();
  return { kind: "member" as const, ...own, organizationKeyForMember: own.organizationKeyForMember };
}
