import "server-only";
import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { formerAccess } from "@/db/schema/former-access";
import { organizationMembers } from "@/db/schema/organization-members";
import type { OrganizationId } from "@/lib/domain/ids";
import { hadKey } from "@/lib/operations/had-key";

/** Keeps that members could read every collection until now, because their role loses that reach. */
export async function keepReach(
  tx: Tx,
  organizationId: OrganizationId,
  which: SQL | undefined,
  now: Date,
): Promise<void> {
  const readers = await tx
    .select({ memberId: organizationMembers.id, readUntil: organizationMembers.readUntil })
    .from(organizationMembers)
    .where(and(eq(organizationMembers.organizationId, organizationId), hadKey, which));
  if (readers.length === 0) return;
  await tx
    .insert(formerAccess)
    .values(
      readers.map(({ memberId, readUntil }) => ({
        organizationId,
        memberId,
        collectionId: null,
        until: readUntil ?? now,
      })),
    )
    .onConflictDoUpdate({
      target: [formerAccess.memberId, formerAccess.collectionId],
      set: { until: sql`greatest(${formerAccess.until}, excluded.until)` },
    });
}
