import "server-only";
import { and, asc, eq, inArray, type SQL } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { policies } from "@/db/schema/policies";
import type { UserId } from "@/lib/domain/ids";
import { binds, bindsRole, isRevoking } from "@/lib/domain/policy/binding";
import type { BindingPolicy } from "@/lib/domain/policy/combining";
import type { PolicyData } from "@/lib/domain/policy/settings";
import type { PolicyType } from "@/lib/domain/policy/types";
import { isOfWorkingTeam } from "@/lib/operations/is-in-team";
import { isInForce } from "@/lib/operations/policy/internal/in-force";

const isEnabled = eq(organizations.state, "enabled");

/**
 * The policies in force where people have a place, of all organizations that each has accepted to join. They are read
 * anew each time, so an organization that was left binds nobody.
 */
function inForceAmong(tx: Tx, userIds: readonly UserId[], which?: SQL) {
  return tx
    .select({
      userId: organizationMembers.userId,
      role: organizationMembers.role,
      status: organizationMembers.status,
      isProviders: isOfWorkingTeam,
      policy: {
        type: policies.type,
        organizationId: organizations.id,
        organization: organizations.name,
        data: policies.data,
      },
      id: policies.id,
      revisedAt: policies.revisedAt,
    })
    .from(organizationMembers)
    .innerJoin(organizations, eq(organizations.id, organizationMembers.organizationId))
    .innerJoin(policies, eq(policies.organizationId, organizations.id))
    .where(
      and(
        inArray(organizationMembers.userId, [...userIds]),
        inArray(organizationMembers.status, ["accepted", "confirmed"]),
        isInForce,
        which,
      ),
    )
    .orderBy(asc(organizations.sortName), asc(organizations.id), asc(policies.type));
}

type InForce = Awaited<ReturnType<typeof inForceAmong>>[number];
const bindsMember = ({ policy, ...member }: InForce) => binds(policy.type, member);

const bindingAmong = async (tx: Tx, userIds: readonly UserId[], which?: SQL) =>
  (await inForceAmong(tx, userIds, which)).filter(bindsMember);

/**
 * All that are in force where one person has a place, for apps, which judge by themselves whom a role frees. They know
 * nothing of a provider's people: what does not bind these is not told. `owners` are those of data ownership that bind.
 */
export async function policiesForApps(tx: Tx, userId: UserId) {
  const rows = await inForceAmong(tx, [userId], isEnabled);
  return {
    told: rows
      .filter(({ policy, isProviders }) => bindsRole(policy.type, { role: "user", isProviders }))
      .map(({ id, revisedAt, policy: { type, organizationId, data } }) => ({
        ...{ id, revisedAt, type, organizationId, data },
      })),
    owners: rows
      .filter((row) => row.policy.type === "data_ownership" && bindsMember(row))
      .map(asBinding<"data_ownership">),
  };
}

/** All that bind one person. Those of a suspended organization rest. */
export async function bindingPolicies(tx: Tx, userId: UserId): Promise<BindingPolicy[]> {
  const rows = await bindingAmong(tx, [userId], isEnabled);
  // The settings of each type were checked by its schema when they were written.
  return rows.map(({ policy }) => policy as BindingPolicy);
}

/**
 * The organizations that bind people by a policy of one type. Suspended ones are among them where the policy revokes:
 * who may not have a place there would have it again once it is enabled.
 */
export async function whoBinds<Type extends PolicyType>(tx: Tx, userIds: readonly UserId[], type: Type) {
  if (userIds.length === 0) return [];
  const rows = await bindingAmong(
    tx,
    userIds,
    and(eq(policies.type, type), isRevoking(type) ? undefined : isEnabled),
  );
  return rows.map(asBinding<Type>);
}

const asBinding = <Type extends PolicyType>({
  userId,
  policy: { organizationId, organization, data },
}: InForce) => ({
  userId,
  organizationId,
  organization,
  // The settings were checked by the schema of this type when they were written.
  data: data as PolicyData<Type>,
});
