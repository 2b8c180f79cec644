import "server-only";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { collections } from "@/db/schema/collections";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { policies } from "@/db/schema/policies";
import type { OrganizationId, OrganizationMemberId } from "@/lib/domain/ids";
import type { OrganizationMemberStatus } from "@/lib/domain/organization/member";
import type { PolicyData } from "@/lib/domain/policy/settings";
import { isBoundBy } from "@/lib/operations/policy/internal/bound-by";
import { isInForce } from "@/lib/operations/policy/internal/in-force";

/** What members' own collections are called; null while no policy has them made. */
export async function ownCollectionName(tx: Tx, organizationId: OrganizationId): Promise<string | null> {
  const [policy] = await tx
    .select({ data: policies.data })
    .from(policies)
    .innerJoin(organizations, eq(organizations.id, policies.organizationId))
    .where(and(eq(policies.organizationId, organizationId), eq(policies.type, "data_ownership"), isInForce));
  // The settings were checked by the schema of this type when they were written.
  return policy ? (policy.data as PolicyData<"data_ownership">).collectionName : null;
}

type Which = {
  organizationId: OrganizationId;
  /** Those who are confirmed, or who are about to be. */
  status: OrganizationMemberStatus & ("confirmed" | "accepted");
  /** Null for all of them. */
  memberIds: readonly OrganizationMemberId[] | null;
};

const lackingOne = ({ organizationId, status, memberIds }: Which) =>
  and(
    eq(organizationMembers.organizationId, organizationId),
    eq(organizationMembers.status, status),
    isBoundBy("data_ownership"),
    memberIds === null ? undefined : inArray(organizationMembers.id, [...memberIds]),
    sql`not exists (select from ${collections} as own where own.owner_member_id = ${organizationMembers.id})`,
  );

/** How many members whom data ownership binds, or would bind, have no collection of their own. */
export const countWithoutOwn = (tx: Tx, organizationId: OrganizationId): Promise<number> =>
  tx.$count(organizationMembers, lackingOne({ organizationId, status: "confirmed", memberIds: null }));

/** Those members, longest there first. */
export async function membersWithoutOwn(tx: Tx, which: Which, most: number): Promise<OrganizationMemberId[]> {
  if (which.memberIds?.length === 0) return [];
  const found = await tx
    .select({ id: organizationMembers.id })
    .from(organizationMembers)
    // With a second table in it, a select names the table of each column, which the subselects rely on.
    .innerJoin(organizations, eq(organizations.id, organizationMembers.organizationId))
    .where(lackingOne(which))
    .orderBy(asc(organizationMembers.createdAt), asc(organizationMembers.id))
    .limit(most);
  return found.map(({ id }) => id);
}
