import "server-only";
import { and, eq, exists, inArray, isNotNull, ne, or, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { groupMembers } from "@/db/schema/group-members";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import type { CollectionId, GroupId, OrganizationId, OrganizationMemberId } from "@/lib/domain/ids";
import { actsForProvider, mayGiveToProvider } from "@/lib/domain/organization/provider-place";
import { hasOneOf } from "@/lib/operations/collection/internal/who-has";
import { assertAllowed } from "@/lib/operations/command";
import { countsNow } from "@/lib/operations/counts-now";
import { isOfProvider } from "@/lib/operations/is-in-team";
import { memberIdOf, type OrganizationPlace } from "@/lib/operations/organization/access";

type Given = {
  organizationId: OrganizationId;
  memberIds?: readonly OrganizationMemberId[];
  groupIds?: readonly GroupId[];
  /** Whoever else has one of these already: items of the actor's come into them. */
  collectionIds?: readonly CollectionId[];
  /** Also whoever may reach collections or items that nobody has given them, by their role. */
  byRole?: boolean;
};

/**
 * Judges whether the actor may give collections, or groups that have some, to these members and to whoever is in these
 * groups, or open them to whole roles. The organization is locked by the caller.
 *
 * @throws {Refused} `items_kept_from_provider`
 */
export async function expectKeptFromProvider(
  tx: Tx,
  place: OrganizationPlace,
  { organizationId, memberIds = [], groupIds = [], collectionIds = [], byRole = false }: Given,
): Promise<void> {
  if (memberIds.length + groupIds.length + collectionIds.length === 0 && !byRole) return;
  const members = and(eq(organizationMembers.organizationId, organizationId), isOfProvider);
  const inGroups = tx
    .select({ memberId: groupMembers.memberId })
    .from(groupMembers)
    .where(
      and(eq(groupMembers.organizationId, organizationId), inArray(groupMembers.groupId, [...groupIds])),
    );
  const reached = or(
    inArray(organizationMembers.id, [...memberIds]),
    inArray(organizationMembers.id, inGroups),
    collectionIds.length > 0
      ? and(isOther(memberIdOf(place)), hasOneOf(organizationMembers.id, collectionIds))
      : undefined,
    byRole ? ne(organizationMembers.role, "user") : undefined,
  );
  const [here] = await tx
    .select({
      access: organizations.providerAccess,
      hasProvider: isNotNull(organizations.providerId).mapWith(Boolean),
      somebodyCounts: exists(
        tx
          .select({ one: sql`1` })
          .from(organizationMembers)
          .where(
            and(eq(organizationMembers.organizationId, organizationId), countsNow(sql`organization_members`)),
          ),
      ).mapWith(Boolean),
      reachesProvider: exists(
        tx.select({ one: sql`1` }).from(organizationMembers).where(and(members, reached)),
      ).mapWith(Boolean),
    })
    .from(organizations)
    .where(eq(organizations.id, organizationId));
  if (!here?.hasProvider) return;
  const forProvider = actsForProvider(place, Number(here.somebodyCounts));
  assertAllowed(mayGiveToProvider({ ...here, forProvider }));
}

const isOther = (memberId: OrganizationMemberId | null) =>
  memberId === null ? undefined : ne(organizationMembers.id, memberId);
