import "server-only";
import { and, asc, eq, inArray, type SQLWrapper, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { groupMembers } from "@/db/schema/group-members";
import { groups } from "@/db/schema/groups";
import type { GroupId, OrganizationId, OrganizationMemberId } from "@/lib/domain/ids";
import { expectMembers } from "@/lib/operations/collection/internal/expect-members";

// The only file that writes who is in a group.

/** The groups that a member is in, by name. */
export const groupsOfMember = (tx: Tx, memberId: OrganizationMemberId) =>
  tx
    .select({ id: groups.id, name: groups.name })
    .from(groupMembers)
    .innerJoin(groups, eq(groups.id, groupMembers.groupId))
    .where(eq(groupMembers.memberId, memberId))
    .orderBy(asc(groups.sortName), asc(groups.id));

/** The names of the groups that the member of the surrounding row is in, in order. */
export const groupNamesOf = (memberId: SQLWrapper) =>
  sql<string[]>`(select coalesce(jsonb_agg(theirs.name order by theirs.sort_name, theirs.id), '[]')
    from ${groupMembers} as belonging join ${groups} as theirs on theirs.id = belonging.group_id
    where belonging.member_id = ${memberId})`;

type Group = { organizationId: OrganizationId; groupId: GroupId };

/**
 * Puts members into a group; whoever is in it already stays. One id that is nobody's here answers for the whole as if
 * none existed. Answers how many came in.
 */
export async function putIntoGroup(tx: Tx, group: Group, memberIds: readonly OrganizationMemberId[]) {
  if (memberIds.length === 0) return 0;
  await expectMembers(tx, group.organizationId, memberIds);
  const added = await tx
    .insert(groupMembers)
    .values(memberIds.map((memberId) => ({ ...group, memberId })))
    .onConflictDoNothing()
    .returning({ memberId: groupMembers.memberId });
  return added.length;
}

/**
 * Puts each of these members into each of these groups of their organization, which the caller has locked. Answers how
 * many times somebody came in.
 */
export async function putIntoGroups(
  tx: Tx,
  organizationId: OrganizationId,
  groupIds: readonly GroupId[],
  memberIds: readonly OrganizationMemberId[],
) {
  const rows = groupIds.flatMap((groupId) =>
    memberIds.map((memberId) => ({ organizationId, groupId, memberId })),
  );
  if (rows.length === 0) return 0;
  const added = await tx
    .insert(groupMembers)
    .values(rows)
    .onConflictDoNothing()
    .returning({ memberId: groupMembers.memberId });
  return added.length;
}

/** Takes one member out of several groups. Answers how many they were in. */
export async function takeOutOfGroups(
  tx: Tx,
  { organizationId, memberId }: { organizationId: OrganizationId; memberId: OrganizationMemberId },
  groupIds: readonly GroupId[],
) {
  if (groupIds.length === 0) return 0;
  const gone = await tx
    .delete(groupMembers)
    .where(
      and(
        eq(groupMembers.organizationId, organizationId),
        eq(groupMembers.memberId, memberId),
        inArray(groupMembers.groupId, [...groupIds]),
      ),
    )
    .returning({ groupId: groupMembers.groupId });
  return gone.length;
}

/** Takes members out of a group. Whoever is in it no more stays out. Answers how many went. */
export async function takeOutOfGroup(tx: Tx, group: Group, memberIds: readonly OrganizationMemberId[]) {
  if (memberIds.length === 0) return 0;
  const gone = await tx
    .delete(groupMembers)
    .where(
      and(
        eq(groupMembers.organizationId, group.organizationId),
        eq(groupMembers.groupId, group.groupId),
        inArray(groupMembers.memberId, [...memberIds]),
      ),
    )
    .returning({ memberId: groupMembers.memberId });
  return gone.length;
}
