import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import type { ProviderId, UserId } from "@/lib/domain/ids";
import { hasInForce } from "@/lib/operations/policy/internal/in-force";

/**
 * The clients where this person is a member, and where a policy confirms members that people of the team may not be
 * among.
 */
export async function clientsThatTakeNone(tx: Tx, providerId: ProviderId, userId: UserId): Promise<string[]> {
  const clients = await tx
    .select({ name: organizations.name })
    .from(organizationMembers)
    .innerJoin(organizations, eq(organizations.id, organizationMembers.organizationId))
    .where(
      and(
        eq(organizations.providerId, providerId),
        eq(organizationMembers.userId, userId),
        inArray(organizationMembers.status, ["accepted", "confirmed"]),
        hasInForce("automatic_confirmation"),
      ),
    )
    .orderBy(organizations.sortName);
  return clients.map(({ name }) => name);
}
