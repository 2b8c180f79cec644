import "server-only";
import { and, asc, eq, inArray, or, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import type { Tx } from "@/db/client";
import { formerMembers } from "@/db/schema/former-members";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { policies } from "@/db/schema/policies";
import { providerMembers } from "@/db/schema/provider-members";
import type { UserId } from "@/lib/domain/ids";
import { isRevoking, revokingPolicies } from "@/lib/domain/policy/binding";
import { isRevokedBy } from "@/lib/operations/policy/internal/bound-by";
import { isInForce } from "@/lib/operations/policy/internal/in-force";

/** How many members one act takes at most. */
const atOnce = 100;

/**
 * Members of one organization who are or were in some provider's team, are not free from the organization's policies as
 * its provider's people, and lack what one of them wants. One row for each member. Empty where there is no such organization.
 */
export async function notFreeAnyMore(tx: Tx) {
  const staff = unionAll(
    tx
      .select({ userId: sql<UserId>`${providerMembers.userId}` })
      .from(providerMembers)
      .where(sql`${providerMembers.userId} is not null`),
    tx
      .select({ userId: sql<UserId>`${formerMembers.userId}` })
      .from(formerMembers)
      .where(sql`${formerMembers.providerId} is not null`),
  );
  const rows = await tx
    .selectDistinctOn([organizationMembers.organizationId, organizationMembers.id], {
      id: organizationMembers.id,
      organizationId: organizationMembers.organizationId,
      userId: organizationMembers.userId,
      lacks: policies.type,
    })
    .from(organizationMembers)
    .innerJoin(organizations, eq(organizations.id, organizationMembers.organizationId))
    .innerJoin(policies, eq(policies.organizationId, organizations.id))
    .where(
      and(
        inArray(organizationMembers.userId, staff),
        isInForce,
        or(...revokingPolicies.map((type) => and(eq(policies.type, type), isRevokedBy(type)))),
      ),
    )
    .orderBy(asc(organizationMembers.organizationId), asc(organizationMembers.id), asc(policies.type))
    .limit(atOnce);
  return rows.flatMap(({ lacks, ...member }) =>
    isRevoking(lacks) && member.organizationId === rows[0]?.organizationId ? [{ ...member, lacks }] : [],
  );
}
