import "server-only";
import { and, eq, gt, inArray, ne, or } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import type { OrganizationId, OrganizationMemberId } from "@/lib/domain/ids";
import { collectionsWithMember } from "@/lib/operations/collection/internal/who-has";
import { isOfProvider } from "@/lib/operations/is-in-team";

/**
 * What is judged where a place is given whole: whether its person is of the organization's provider and comes to items
 * with it, by collections or by their role, and how far the provider is let in. The organization is locked by
 * the caller.
 */
export async function givenWithPlaces(
  tx: Tx,
  organizationId: OrganizationId,
  memberIds: readonly OrganizationMemberId[],
) {
  const found = await tx
    .select({ id: organizationMembers.id, access: organizations.providerAccess })
    .from(organizationMembers)
    .innerJoin(organizations, eq(organizations.id, organizationMembers.organizationId))
    .where(
      and(
        eq(organizationMembers.organizationId, organizationId),
        inArray(organizationMembers.id, [...memberIds]),
        isOfProvider,
        or(ne(organizationMembers.role, "user"), gt(collectionsWithMember(organizationMembers.id), 0)),
      ),
    );
  const accesses = new Map(found.map(({ id, access }) => [id, access]));
  return (id: OrganizationMemberId) => ({
    access: accesses.get(id) ?? "full",
    reachesProvider: accesses.has(id),
  });
}
