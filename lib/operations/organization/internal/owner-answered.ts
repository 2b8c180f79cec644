import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import type { OrganizationId } from "@/lib/domain/ids";
import type { OrganizationRole } from "@/lib/domain/organization/member";
import { namesOwner } from "@/lib/domain/organization/provider-place";
import { isOnProvidersSide } from "@/lib/domain/organization/providers-side";
import { NotFound } from "@/lib/operations/errors";
import type { OrganizationPlace } from "@/lib/operations/organization/access";

/** Keeps that an owner of the organization's own has accepted: it stays true whoever owns it later. */
export const ownerHasAnswered = (tx: Tx, organizationId: OrganizationId, now: Date) =>
  tx
    .update(organizations)
    .set({ ownerAnsweredAt: now })
    .where(and(eq(organizations.id, organizationId), isNull(organizations.ownerAnsweredAt)));

/** Whether an owner of the organization's own has ever accepted, and whether there is one whom the provider has named. */
export async function ownersSoFar(tx: Tx, organizationId: OrganizationId) {
  const [organization] = await tx
    .select({
      hasAnswered: sql<boolean>`${organizations.ownerAnsweredAt} is not null`,
      hasNamed: sql<boolean>`exists (select from ${organizationMembers} as owner
        where owner.organization_id = ${organizationId} and owner.role = 'owner'
          and owner.place_of_provider is null and not owner.let_in_by_provider)`,
    })
    .from(organizations)
    .where(eq(organizations.id, organizationId));
  if (!organization) throw new NotFound();
  return organization;
}

/**
 * Which of the people invited at once are here by the word of the provider alone: all, where its side invites, but for
 * the first one where that names the client's owner. Judged under the organization's lock.
 */
export async function whoIsLetIn(
  tx: Tx,
  place: OrganizationPlace,
  organizationId: OrganizationId,
  role: OrganizationRole,
): Promise<(nth: number) => boolean> {
  if (!isOnProvidersSide(place)) return () => false;
  const names = namesOwner(role, await ownersSoFar(tx, organizationId));
  return (nth) => !(names && nth === 0);
}
