import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import { users } from "@/db/schema/users";
import type { OrganizationMemberId } from "@/lib/domain/ids";
import { NotFound } from "@/lib/operations/errors";
import { isOfAnyJoinedTeam } from "@/lib/operations/is-in-team";

/** What decides, beside the policy, whether a member's browser enrols them by itself, and whether they may withdraw. */
export async function enrolmentOf(tx: Tx, memberId: OrganizationMemberId) {
  const [member] = await tx
    .select({
      isEnrolled: sql<boolean>`${organizationMembers.userKeyForOrganization} is not null`,
      isStaff: isOfAnyJoinedTeam,
    })
    .from(organizationMembers)
    // With a second table in it, a select names the table of each column, which the subselect relies on.
    .innerJoin(users, eq(users.id, organizationMembers.userId))
    .where(eq(organizationMembers.id, memberId));
  if (!member) throw new NotFound();
  return member;
}
