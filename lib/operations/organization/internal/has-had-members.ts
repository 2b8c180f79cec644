import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { events } from "@/db/schema/events";
import { organizationMembers } from "@/db/schema/organization-members";
import type { OrganizationId } from "@/lib/domain/ids";
import { hadKey } from "@/lib/operations/had-key";

/** Whether anybody has ever had the key of an organization, other than in a place of its provider. */
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
  // The log knows those who are gone.
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
