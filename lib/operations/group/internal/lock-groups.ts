import "server-only";
import { and, asc, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { groups } from "@/db/schema/groups";
import type { GroupId, OrganizationId } from "@/lib/domain/ids";
import { NotFound } from "@/lib/operations/errors";

/** Those of the named groups that are this organization's, locked in one order. */
export const lockGroups = (tx: Tx, organizationId: OrganizationId, groupIds: readonly GroupId[]) =>
  tx
    .select({ id: groups.id, name: groups.name })
    .from(groups)
    .where(and(eq(groups.organizationId, organizationId), inArray(groups.id, [...groupIds])))
    .orderBy(asc(groups.id))
    .for("update");

/**
 * One group of this organization, locked.
 *
 * @throws {NotFound} for another organization's group as for none.
 */
export async function lockGroup(tx: Tx, organizationId: OrganizationId, groupId: GroupId) {
  const [group] = await lockGroups(tx, organizationId, [groupId]);
  if (!group) throw new NotFound();
  return group;
}
