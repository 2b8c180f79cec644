import "server-only";
import { and, eq, inArray, ne, not, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Tx } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import { providerMembers } from "@/db/schema/provider-members";
import { users } from "@/db/schema/users";
import type { OrganizationId, UserId } from "@/lib/domain/ids";
import type { OrganizationRole } from "@/lib/domain/organization/member";
import type { Ranks } from "@/lib/domain/recovery/rank";
import { accessEndedOf } from "@/lib/operations/access-end";
import type { OrganizationPlace } from "@/lib/operations/organization/access";

type Who = { organizationId: OrganizationId; actor: UserId; target: UserId; targetRole: OrganizationRole };

/** Where somebody has which rank, and what the actor is there. Places that are only invitations are nobody's. */
export async function ranksOf(
  tx: Tx,
  { capacity }: OrganizationPlace,
  { organizationId, actor, target, targetRole }: Who,
): Promise<Ranks> {
  const own = alias(organizationMembers, "own_place");
  const organizations = await tx
    .select({ target: organizationMembers.role, actor: own.role })
    .from(organizationMembers)
    .leftJoin(
      own,
      and(
        eq(own.organizationId, organizationMembers.organizationId),
        eq(own.userId, actor),
        eq(own.status, "confirmed"),
      ),
    )
    .where(
      and(
        eq(organizationMembers.userId, target),
        ne(organizationMembers.organizationId, organizationId),
        inArray(organizationMembers.status, ["accepted", "confirmed", "revoked"]),
      ),
    );
  const colleague = alias(providerMembers, "own_team");
  const teams = await tx
    .select({ target: providerMembers.role, actor: colleague.role })
    .from(providerMembers)
    .leftJoin(
      colleague,
      and(
        eq(colleague.providerId, providerMembers.providerId),
        eq(colleague.userId, actor),
        eq(colleague.status, "confirmed"),
        not(accessEndedOf(sql`${colleague}`)),
      ),
    )
    .where(eq(providerMembers.userId, target));
  const [account] = await tx.select({ role: users.instanceRole }).from(users).where(eq(users.id, target));
  return {
    here: { target: targetRole, actor: capacity.as === "provider" ? "provider" : capacity.role },
    organizations,
    teams,
    administersInstance: account?.role === "administrator",
  };
}
