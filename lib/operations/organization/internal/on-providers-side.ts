import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizations } from "@/db/schema/organizations";
import type { OrganizationId, UserId } from "@/lib/domain/ids";
import { isOnProvidersSide } from "@/lib/domain/organization/provider-place";
import { hasAccountJoinedTeam } from "@/lib/operations/is-in-team";
import type { OrganizationPlace } from "@/lib/operations/organization/access";

/** Whether whoever acts here stands on the provider's side, by their place or because they have joined its team. */
export async function standsOnProvidersSide(
  tx: Tx,
  place: OrganizationPlace,
  organizationId: OrganizationId,
  actor: UserId | null,
): Promise<boolean> {
  const [row] = await tx
    .select({ isOfTeam: hasAccountJoinedTeam(organizations.providerId, sql`${actor}::uuid`) })
    .from(organizations)
    .where(eq(organizations.id, organizationId));
  return isOnProvidersSide(place, row?.isOfTeam === true);
}
