import "server-only";
import { and, asc, eq, ne, or, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import { users } from "@/db/schema/users";
import type { OrganizationId, UserId } from "@/lib/domain/ids";
import type { RevokingPolicy } from "@/lib/domain/policy/binding";
import { isRevokedBy } from "@/lib/operations/policy/internal/bound-by";

/**
 * Who would lose their place if these policies came into force, by name, each with the first of them that they lack.
 * Whoever brings that about keeps theirs.
 */
export async function whoIsRevoked(
  tx: Tx,
  organizationId: OrganizationId,
  types: readonly RevokingPolicy[],
  actor: UserId | null,
) {
  if (types.length === 0) return [];
  const cases = types.map((type): SQL => sql`when ${isRevokedBy(type)} then ${type}`);
  return tx
    .select({
      id: organizationMembers.id,
      userId: organizationMembers.userId,
      name: organizationMembers.name,
      address: organizationMembers.address,
      role: organizationMembers.role,
      status: organizationMembers.status,
      lacks: sql<RevokingPolicy>`case ${sql.join(cases, sql` `)} end`,
    })
    .from(organizationMembers)
    .innerJoin(users, eq(users.id, organizationMembers.userId))
    .where(
      and(
        eq(organizationMembers.organizationId, organizationId),
        or(...types.map(isRevokedBy)),
        actor ? ne(users.id, actor) : undefined,
      ),
    )
    .orderBy(asc(organizationMembers.sortName), asc(organizationMembers.id));
}
