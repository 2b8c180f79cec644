import "server-only";
import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { formerAccess } from "@/db/schema/former-access";
import { organizationMembers } from "@/db/schema/organization-members";
import type { OrganizationId } from "@/lib/domain/ids";

/** Keeps that members could read every collection until now, because their role loses that reach. */
export async function keepReach(
  tx: Tx,
  organizationId: OrganizationId,
  which: SQL | undefined,
  now: Date,
): Promise<void> {
  const readers = await tx
    .select({ memberId: organizationMembers.id })
    .from(organizationMembers)
    .where(
      and(
        eq(organizationMembers.organizationId, organizationId),
        inArray(organizationMembers.status, ["confirmed", "revoked"]),
        which,
      ),
    );
  if (readers.length === 0) return;
  await tx
    .insert(formerAccess)
    .values(readers.map(({ memberId }) => ({ organizationId, memberId, collectionId: null, until: now })))
    .onConflictDoUpdate({
      target: [formerAccess.memberId, formerAccess.collectionId],
      set: { until: sql`excluded.until` },
    });
}
