import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { events } from "@/db/schema/events";
import { organizationMembers } from "@/db/schema/organization-members";
import type { OrganizationId } from "@/lib/domain/ids";
import { hadKey } from "@/lib/operations/had-key";

/**
 * Whether anybody has, or may have had, the key of an organization as one of its own. Whoever is here in a place of its
 * provider is none of them; but the log does not tell in which place somebody was confirmed, so it counts them all.
 */
export async function hasHadMembers(tx: Tx, organizationId: OrganizationId): Promise<boolean> {
  const members = tx
    .select({ id: organizationMembers.id })
    .from(organizationMembers)
    .where(
      and(
        eq(organizationMembers.organizationId, organizationId),
        isNull(organizationMembers.placeOfProvider),
        hadKey,
      ),
    )
    .limit(1);
  // The log also knows those who are gone.
  const confirmations = tx
    .select({ sequence: events.sequence })
    .from(events)
    .where(
      and(
        eq(events.log, organizationId),
        eq(events.kind, "organization_member"),
        eq(events.type, "organization_member.confirmed"),
      ),
    )
    .limit(1);
  return (await members).length > 0 || (await confirmations).length > 0;
}
