import "server-only";
import { and, asc, eq, inArray, type SQL } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { policies } from "@/db/schema/policies";
import type { UserId } from "@/lib/domain/ids";
import { binds } from "@/lib/domain/policy/binding";
import type { BindingPolicy } from "@/lib/domain/policy/combining";
import { isInForce } from "@/lib/operations/policy/internal/in-force";
import { isOfTeam } from "@/lib/operations/provider/internal/is-in-team";

/**
 * The policies that bind a person, of all organizations that they have accepted to join. It is read anew each time, so
 * that an organization which was left binds nobody.
 */
export async function bindingPolicies(tx: Tx, userId: UserId, which?: SQL): Promise<BindingPolicy[]> {
  const rows = await tx
    .select({
      type: policies.type,
      organizationId: organizations.id,
      organization: organizations.name,
      data: policies.data,
      role: organizationMembers.role,
      status: organizationMembers.status,
      isProviders: isOfTeam,
    })
    .from(organizationMembers)
    .innerJoin(organizations, eq(organizations.id, organizationMembers.organizationId))
    .innerJoin(policies, eq(policies.organizationId, organizations.id))
    .where(
      and(
        eq(organizationMembers.userId, userId),
        inArray(organizationMembers.status, ["accepted", "confirmed"]),
        eq(organizations.state, "enabled"),
        isInForce,
        which,
      ),
    )
    .orderBy(asc(organizations.sortName), asc(organizations.id), asc(policies.type));
  return rows.flatMap(({ role, status, isProviders, ...policy }) =>
    // The settings of a type were checked by its schema when they were written.
    binds(policy.type, { role, status, isProviders }) ? [policy as BindingPolicy] : [],
  );
}

/** The names of the organizations whose policy of one type binds a person. */
export async function boundBy(
  tx: Tx,
  userId: UserId,
  type: "single_organization" | "data_ownership",
): Promise<{ organizationId: string; organization: string }[]> {
  return bindingPolicies(tx, userId, eq(policies.type, type));
}
