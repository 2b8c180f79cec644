import "server-only";
import { and, eq, inArray, ne } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { groupMembers } from "@/db/schema/group-members";
import { organizationMembers } from "@/db/schema/organization-members";
import type { GroupId, OrganizationId, OrganizationMemberId } from "@/lib/domain/ids";
import { NotFound } from "@/lib/operations/errors";

// The only file that writes who is in a group.

type Group = { organizationId: OrganizationId; groupId: GroupId };

/**
 * Puts members into a group; whoever is in it already stays. One id that is nobody's here answers for the whole as if
 * none existed. Answers how many came in.
 */
export async function putIntoGroup(tx: Tx, group: Group, memberIds: readonly OrganizationMemberId[]) {
  if (memberIds.length === 0) return 0;
  const known = await tx.$count(
    organizationMembers,
    and(
      eq(organizationMembers.organizationId, group.organizationId),
      ne(organizationMembers.status, "revoked"),
      inArray(organizationMembers.id, [...memberIds]),
    ),
  );
  if (known !== memberIds.length) throw new NotFound();
  const added = await tx
    .insert(groupMembers)
    .values(memberIds.map((memberId) => ({ ...group, memberId })))
    .onConflictDoNothing()
    .returning({ memberId: groupMembers.memberId });
  return added.length;
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
