import "server-only";
import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { formerAccess } from "@/db/schema/former-access";
import { organizationMembers } from "@/db/schema/organization-members";
import type { OrganizationId } from "@/lib/domain/ids";
import { hadKey } from "@/lib/operations/had-key";

/**
 * Keeps that members could read every collection until now: their role loses that reach, or they export it all.
 *
 * @param minutes how much longer they can: an export is handed out as long as its record is good for that.
 */
export async function keepReach(
  tx: Tx,
  organizationId: OrganizationId,
  which: SQL | undefined,
  minutes = 0,
): Promise<void> {
  const readers = and(eq(organizationMembers.organizationId, organizationId), hadKey, which);
  await tx.execute(sql`insert into ${formerAccess} as kept (organization_id, member_id, until)
    select ${organizationMembers.organizationId}, ${organizationMembers.id},
        coalesce(${organizationMembers.readUntil}, clock_timestamp() + ${minutes}::int * interval '1 minute')
      from ${organizationMembers} where ${readers}
    on conflict (member_id, collection_id) do update set until = greatest(kept.until, excluded.until)`);
}
