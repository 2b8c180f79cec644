import "server-only";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { users } from "@/db/schema/users";
import type { OrganizationId, OrganizationMemberId } from "@/lib/domain/ids";
import { NotFound } from "@/lib/operations/errors";
import { account, type Lock, team } from "@/lib/operations/locks";
import type { OrganizationPlace } from "@/lib/operations/organization/access";
import { isForProvider } from "@/lib/operations/organization/internal/team-of-provider";
import { isOfTeam } from "@/lib/operations/provider/internal/is-in-team";

type Refs = { organizationId: OrganizationId; memberIds: readonly OrganizationMemberId[] };
type Strength = "update" | "no key update";

const named = ({ organizationId, memberIds }: Refs) =>
  and(
    eq(organizationMembers.organizationId, organizationId),
    inArray(organizationMembers.id, [...memberIds]),
  );

/**
 * Those of the named members who are this organization's, locked in one order, with the accounts behind them.
 *
 * @param strength `no key update` where their role and status stay: what they do meanwhile need not wait.
 */
export async function lockMembers(tx: Tx, refs: Refs, strength: Strength = "update") {
  const members = await tx
    .select({
      id: organizationMembers.id,
      role: organizationMembers.role,
      status: organizationMembers.status,
      userId: organizationMembers.userId,
      invitedEmail: organizationMembers.email,
      account: { email: users.email, locale: users.locale, publicKey: users.publicKey },
      askedAt: organizationMembers.askedAt,
      approvedAt: organizationMembers.approvedAt,
      approvedBy: organizationMembers.approvedBy,
      ofTeam: isOfTeam,
    })
    .from(organizationMembers)
    .leftJoin(users, eq(users.id, organizationMembers.userId))
    .where(named(refs))
    .orderBy(asc(organizationMembers.id))
    .for(strength, { of: organizationMembers });
  return members.map((member) => ({
    ...member,
    shownEmail: member.account?.email ?? member.invitedEmail ?? "",
  }));
}

export type LockedMember = Awaited<ReturnType<typeof lockMembers>>[number];

/**
 * One member of this organization.
 *
 * @throws {NotFound} for another organization's member as for none.
 */
export async function lockMember(
  tx: Tx,
  organizationId: OrganizationId,
  memberId: OrganizationMemberId,
): Promise<LockedMember> {
  const [member] = await lockMembers(tx, { organizationId, memberIds: [memberId] });
  if (!member) throw new NotFound();
  return member;
}

/**
 * The members that somebody has selected, with what is judged of all of them alike: whether the actor acts for the
 * provider here, and who is confirmed so far.
 */
export async function lockSelected(tx: Tx, place: OrganizationPlace, refs: Refs, strength?: Strength) {
  const members = await lockMembers(tx, refs, strength);
  const confirmed = await countConfirmed(tx, refs.organizationId);
  const forProvider = await isForProvider(tx, place);
  return members.map((member) => ({ ...member, confirmed, forProvider }));
}

/** The accounts of members whose own data changes with the act, to be locked in one order. */
export async function accountsOf(tx: Tx, refs: Refs): Promise<Lock[]> {
  const members = await tx
    .select({ userId: organizationMembers.userId })
    .from(organizationMembers)
    .where(named(refs));
  return members.flatMap(({ userId }) => (userId ? account(userId) : []));
}

/** The provider's team, where one of these members is in it: see `lockOfTeam`. */
export async function teamOfMembers(tx: Tx, refs: Refs): Promise<Lock[]> {
  const [staff] = await tx
    .select({ providerId: organizations.providerId })
    .from(organizationMembers)
    .innerJoin(organizations, eq(organizations.id, organizationMembers.organizationId))
    .where(and(named(refs), isOfTeam))
    .limit(1);
  return staff?.providerId ? [team(staff.providerId)] : [];
}

/** How many confirmed members there are, and how many of them own. To be counted under the organization's lock. */
export async function countConfirmed(tx: Tx, organizationId: OrganizationId) {
  const [counts] = await tx
    .select({
      members: sql<number>`count(*)::int`,
      owners: sql<number>`count(*) filter (where ${organizationMembers.role} = 'owner')::int`,
    })
    .from(organizationMembers)
    .where(
      and(
        eq(organizationMembers.organizationId, organizationId),
        eq(organizationMembers.status, "confirmed"),
      ),
    );
  return counts ?? { members: 0, owners: 0 };
}
