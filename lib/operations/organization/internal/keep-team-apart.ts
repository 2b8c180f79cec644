import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import type { OrganizationId } from "@/lib/domain/ids";
import { isOfJoinedTeam } from "@/lib/operations/is-in-team";
import { countConfirmed } from "@/lib/operations/organization/internal/lock-members";

/**
 * Members who are of the provider's team stay on its side when the tie ends, as people whom it has let in: otherwise one
 * of them could end the tie, act as an owner who counts, and link again. An owner who counts can vouch for them. Where
 * nobody counts, there is nobody to be kept apart from.
 */
export async function keepTeamApart(tx: Tx, organizationId: OrganizationId, now: Date): Promise<void> {
  const { counting } = await countConfirmed(tx, organizationId);
  if (counting === 0) return;
  await tx
    .update(organizationMembers)
    .set({ letInByProvider: true, revisedAt: now })
    .where(
      and(
        eq(organizationMembers.organizationId, organizationId),
        eq(organizationMembers.letInByProvider, false),
        isOfJoinedTeam,
      ),
    );
}
