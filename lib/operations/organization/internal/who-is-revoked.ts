import "server-only";
import { and, asc, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import { users } from "@/db/schema/users";
import type { OrganizationId, UserId } from "@/lib/domain/ids";
import { isRevokedBy, type RevokingPolicy } from "@/lib/domain/policy/binding";
import { isOfWorkingTeam } from "@/lib/operations/is-in-team";
import { takesSecondStep } from "@/lib/operations/own-step";
import { hasPlaceBeside } from "@/lib/operations/policy/internal/compliance";

/** Who would lose their place if these policies came into force, by name, each with the first of them that they lack. */
export async function whoIsRevoked(
  tx: Tx,
  organizationId: OrganizationId,
  types: readonly RevokingPolicy[],
  actor: UserId | null,
) {
  if (types.length === 0) return [];
  const members = await tx
    .select({
      id: organizationMembers.id,
      userId: organizationMembers.userId,
      name: organizationMembers.name,
      address: organizationMembers.address,
      role: organizationMembers.role,
      status: organizationMembers.status,
      isProviders: isOfWorkingTeam,
      hasTwoStep: takesSecondStep(organizationMembers.userId),
      isElsewhere: hasPlaceBeside(organizationMembers.organizationId, organizationMembers.userId),
    })
    .from(organizationMembers)
    // With a second table in it, a select names the table of each column, which the subselects rely on.
    .innerJoin(users, eq(users.id, organizationMembers.userId))
    .where(
      and(
        eq(organizationMembers.organizationId, organizationId),
        inArray(organizationMembers.status, ["accepted", "confirmed"]),
      ),
    )
    .orderBy(asc(organizationMembers.sortName), asc(organizationMembers.id));
  return members.flatMap((member) => {
    const isYou = actor !== null && member.userId === actor;
    const lacks = types.find((type) => isRevokedBy(type, { ...member, isYou }));
    return lacks ? [{ ...member, lacks }] : [];
  });
}
