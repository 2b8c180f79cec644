import "server-only";
import { and, asc, eq, isNull, not } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import { users } from "@/db/schema/users";
import { accountLabel } from "@/lib/domain/account/label";
import type { OrganizationId } from "@/lib/domain/ids";
import { isOfJoinedTeam } from "@/lib/operations/is-in-team";
import { membersWhoMay } from "@/lib/operations/organization/internal/members-who-may";

/** The owners for whom somebody could vouch, by name. */
export async function vouchableOwners(tx: Tx, organizationId: OrganizationId): Promise<string[]> {
  const owners = await tx
    .select({ name: users.name, email: users.email })
    .from(organizationMembers)
    .innerJoin(users, eq(users.id, organizationMembers.userId))
    .where(
      and(
        eq(organizationMembers.organizationId, organizationId),
        membersWhoMay("answer_provider"),
        eq(organizationMembers.status, "confirmed"),
        eq(organizationMembers.letInByProvider, true),
        isNull(organizationMembers.placeOfProvider),
        not(isOfJoinedTeam),
      ),
    )
    .orderBy(asc(organizationMembers.sortName), asc(organizationMembers.id));
  return owners.map(accountLabel);
}
