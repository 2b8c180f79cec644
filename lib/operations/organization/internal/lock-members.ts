import "server-only";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { users } from "@/db/schema/users";
import type { OrganizationId, OrganizationMemberId } from "@/lib/domain/ids";
import type { CustomPermission } from "@/lib/domain/organization/permissions";
import { actsForProvider } from "@/lib/domain/organization/provider-place";
import { hasPlaceEnded } from "@/lib/operations/access-end";
import { countsNow } from "@/lib/operations/counts-now";
import { isOfJoinedTeam, isOfTeam } from "@/lib/operations/is-in-team";
import { placeIsProviders } from "@/lib/operations/judged-columns";
import { type Lock, team } from "@/lib/operations/locks";
import type { OrganizationPlace } from "@/lib/operations/organization/access";
import {
  accountsBehind,
  lockedColumns,
  theOnly,
  withShownEmail,
} from "@/lib/operations/people/internal/members";

type Refs = { organizationId: OrganizationId; memberIds: readonly OrganizationMemberId[] };
type Strength = "update" | "no key update";

const named = ({ organizationId, memberIds }: Refs) => ({
  of: organizationMembers,
  which: and(
    eq(organizationMembers.organizationId, organizationId),
    inArray(organizationMembers.id, [...memberIds]),
  ),
});

/**
 * Those of the named members who are this organization's, locked in one order, with the accounts behind them.
 *
 * @param strength `no key update` where their role and status stay: what they do meanwhile need not wait.
 */
export const lockMembers = async (tx: Tx, refs: Refs, strength: Strength = "update") =>
  withShownEmail(
    await tx
      .select({
        ...lockedColumns(organizationMembers),
        permissions: sql<CustomPermission[]>`coalesce(${organizationMembers.permissions}, '[]')`,
        hasKey: sql<boolean>`${organizationMembers.organizationKeyForMember} is not null`,
        revisedAt: organizationMembers.revisedAt,
        askedAt: organizationMembers.askedAt,
        approvedAt: organizationMembers.approvedAt,
        approvedBy: organizationMembers.approvedBy,
        ofTeam: isOfTeam,
        hasJoinedTeam: isOfJoinedTeam,
        placeIsProviders,
        placeEnded: hasPlaceEnded,
        letInByProvider: organizationMembers.letInByProvider,
        counts: countsNow(sql`organization_members`),
      })
      .from(organizationMembers)
      .leftJoin(users, eq(users.id, organizationMembers.userId))
      .where(named(refs).which)
      .orderBy(asc(organizationMembers.id))
      .for(strength, { of: organizationMembers }),
  );

/** One member of this organization. */
export const lockMember = async (tx: Tx, organizationId: OrganizationId, memberId: OrganizationMemberId) =>
  theOnly(await lockMembers(tx, { organizationId, memberIds: [memberId] }));

/**
 * The members that somebody has selected, with what is judged of all of them alike: whether the actor acts for the
 * provider here, and who is confirmed so far.
 */
export async function lockSelected(tx: Tx, place: OrganizationPlace, refs: Refs, strength?: Strength) {
  const members = await lockMembers(tx, refs, strength);
  const confirmed = await countConfirmed(tx, refs.organizationId);
  const forProvider = actsForProvider(place, confirmed.counting);
  return members.map((member) => ({ ...member, confirmed, forProvider }));
}

/** The accounts of members whose own data changes with the act. */
export const accountsOf = (tx: Tx, refs: Refs) => accountsBehind(tx, named(refs));

/** The provider's team, where one of these members is in it: see `lockOfTeam`. */
export async function teamOfMembers(tx: Tx, refs: Refs): Promise<Lock[]> {
  const [staff] = await tx
    .select({ providerId: organizations.providerId })
    .from(organizationMembers)
    .innerJoin(organizations, eq(organizations.id, organizationMembers.organizationId))
    .where(and(named(refs).which, isOfTeam))
    .limit(1);
  return staff?.providerId ? [team(staff.providerId)] : [];
}

/** How many confirmed members there are, how many of them own, and how many of those count. To be counted under the organization's lock. */
export async function countConfirmed(tx: Tx, organizationId: OrganizationId) {
  const [counts] = await tx
    .select({
      members: sql<number>`count(*)::int`,
      owners: sql<number>`count(*) filter (where ${organizationMembers.role} = 'owner')::int`,
      counting: sql<number>`count(*) filter (where ${countsNow(sql`organization_members`)})::int`,
    })
    .from(organizationMembers)
    .where(
      and(
        eq(organizationMembers.organizationId, organizationId),
        eq(organizationMembers.status, "confirmed"),
      ),
    );
  return counts ?? { members: 0, owners: 0, counting: 0 };
}
