import "server-only";
import { eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import type { AuditEvent } from "@/lib/domain/events";
import type { OrganizationId, UserId } from "@/lib/domain/ids";
import { type OrganizationMemberStatus, occupiesSeat } from "@/lib/domain/organization/member";
import { letGoOfOwnCollections } from "@/lib/operations/collection/internal/own-collections";
import { type Leaving, oweRotation } from "@/lib/operations/owe-rotation";
import { advanceAccounts, advanceOrganization } from "@/lib/operations/revision/internal/advance";

type Locked = Leaving & { userId: UserId | null; status: OrganizationMemberStatus };

/**
 * Deletes members' rows, under the locks of their organization and accounts, and frees their seats. Their copies of the
 * organization's key, their collections and groups, and links that were sent to them go with the rows. What they could
 * read is written down before.
 *
 * @returns what the log says of the collections that were their own.
 */
export async function deleteMembers(
  tx: Tx,
  organizationId: OrganizationId,
  members: readonly Locked[],
  now: Date,
): Promise<AuditEvent[]> {
  await oweRotation(tx, members);
  const ids = members.map(({ id }) => id);
  const events = await letGoOfOwnCollections(tx, ids, now);
  await tx.delete(organizationMembers).where(inArray(organizationMembers.id, ids));
  const freed = members.filter(({ status }) => occupiesSeat(status)).length;
  await tx
    .update(organizations)
    .set({ usedSeats: sql`${organizations.usedSeats} - ${freed}`, revisedAt: now })
    .where(eq(organizations.id, organizationId));
  const left = members.flatMap(({ userId }) => userId ?? []);
  if (left.length > 0) await advanceAccounts(tx, left, await advanceOrganization(tx, organizationId));
  return events;
}
