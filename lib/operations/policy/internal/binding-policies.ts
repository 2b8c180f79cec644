import "server-only";
import { and, asc, eq, inArray, type SQL } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { policies } from "@/db/schema/policies";
import type { UserId } from "@/lib/domain/ids";
import { binds } from "@/lib/domain/policy/binding";
import type { BindingPolicy } from "@/lib/domain/policy/combining";
import type { PolicyType } from "@/lib/domain/policy/types";
import { isOfTeam } from "@/lib/operations/is-in-team";
import { isInForce } from "@/lib/operations/policy/internal/in-force";

/**
 * The policies that bind people, of all organizations that each has accepted to join. They are read anew each time, so
 * an organization that was left binds nobody.
 */
async function bindingAmong(tx: Tx, userIds: readonly UserId[], which?: SQL) {
  const rows = await tx
    .select({
      userId: organizationMembers.userId,
      role: organizationMembers.role,
      status: organizationMembers.status,
      isProviders: isOfTeam,
      policy: {
        type: policies.type,
        organizationId: organizations.id,
        organization: organizations.name,
        data: policies.data,
      },
    })
    .from(organizationMembers)
    .innerJoin(organizations, eq(organizations.id, organizationMembers.organizationId))
    .innerJoin(policies, eq(policies.organizationId, organizations.id))
    .where(
      and(
        inArray(organizationMembers.userId, [...userIds]),
        inArray(organizationMembers.status, ["accepted", "confirmed"]),
        eq(organizations.state, "enabled"),
        isInForce,
        which,
      ),
    )
    .orderBy(asc(organizations.sortName), asc(organizations.id), asc(policies.type));
  return rows.filter(({ policy, ...member }) => binds(policy.type, member));
}

/** All that bind one person. */
export async function bindingPolicies(tx: Tx, userId: UserId): Promise<BindingPolicy[]> {
  const rows = await bindingAmong(tx, [userId]);
  // The settings of each type were checked by its schema when they were written.
  return rows.map(({ policy }) => policy as BindingPolicy);
}

/** The organizations that bind people by a policy of one type. */
export async function whoBinds(tx: Tx, userIds: readonly UserId[], type: PolicyType) {
  if (userIds.length === 0) return [];
  const rows = await bindingAmong(tx, userIds, eq(policies.type, type));
  return rows.map(({ userId, policy: { organizationId, organization } }) => ({
    userId,
    organizationId,
    organization,
  }));
}
