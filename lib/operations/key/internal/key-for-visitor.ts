import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizationKeyHandovers } from "@/db/schema/organization-keys";
import { organizations } from "@/db/schema/organizations";
import { providerMembers } from "@/db/schema/provider-members";
import { providerOrganizations } from "@/db/schema/provider-organizations";
import type { OrganizationId, UserId } from "@/lib/domain/ids";
import { NotFound, Refused } from "@/lib/operations/errors";
import { clientKeys } from "@/lib/operations/key/internal/client-keys";
import { comparableKey } from "@/lib/operations/key/internal/comparable-key";
import { knownKeyOf } from "@/lib/operations/key/internal/known-keys";

/** The organization's key, sealed under its provider's, which in turn is sealed to the provider's person inside. */
export async function keyForVisitor(tx: Tx, organizationId: OrganizationId, userId: UserId) {
  const [tie] = await tx
    .select({
      ...comparableKey(userId),
      providerId: providerOrganizations.providerId,
      providerKeyForMember: providerMembers.providerKeyForMember,
      knownProviderKey: knownKeyOf(userId, "provider", providerOrganizations.providerId),
      organizationKeyForProvider: providerOrganizations.organizationKeyForProvider,
      organizationKeyForStaff: organizationKeyHandovers.key,
    })
    .from(organizations)
    .innerJoin(providerOrganizations, eq(providerOrganizations.organizationId, organizations.id))
    .innerJoin(
      providerMembers,
      and(
        eq(providerMembers.providerId, providerOrganizations.providerId),
        eq(providerMembers.userId, userId),
        eq(providerMembers.status, "confirmed"),
      ),
    )
    .leftJoin(
      organizationKeyHandovers,
      and(
        eq(organizationKeyHandovers.organizationId, organizations.id),
        eq(organizationKeyHandovers.providerMemberId, providerMembers.id),
      ),
    )
    .where(eq(organizations.id, organizationId));
  if (!tie?.providerKeyForMember) throw new NotFound();
  const { organizationKeyForProvider, organizationKeyForStaff, providerKeyForMember, ...served } = tie;
  // What an owner has sealed for oneself is sure to open; what a colleague has kept for the team may not be.
  if (organizationKeyForStaff) return { kind: "handed_over" as const, ...served, organizationKeyForStaff };
  if (organizationKeyForProvider)
    return {
      kind: "provider" as const,
      ...served,
      providerKeyForMember,
      organizationKeyForProvider,
      clientKeys: await clientKeys(tx, tie.providerId),
    };
  throw new Refused("key_not_handed_over");
}
