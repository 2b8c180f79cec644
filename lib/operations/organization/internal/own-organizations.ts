import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import { type Actor, userIdOf } from "@/lib/domain/actor";
import { type Lock, organization } from "@/lib/operations/locks";

/**
 * The organizations in which the actor has a place. What they do to their own account may be against a policy that
 * one of them turns on at the same moment, so it comes before or after that.
 */
export async function ownOrganizations(tx: Tx, actor: Actor): Promise<Lock[]> {
  const userId = userIdOf(actor);
  if (!userId) return [];
  const places = await tx
    .select({ organizationId: organizationMembers.organizationId })
    .from(organizationMembers)
    .where(
      and(
        eq(organizationMembers.userId, userId),
        inArray(organizationMembers.status, ["accepted", "confirmed"]),
      ),
    );
  return places.map(({ organizationId }) => organization(organizationId));
}
