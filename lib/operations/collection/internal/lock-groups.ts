import "server-only";
import { and, asc, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { groups } from "@/db/schema/groups";
import type { GroupId, OrganizationId } from "@/lib/domain/ids";
import { NotFound } from "@/lib/operations/errors";

type Strength = "update" | "key share";

/**
 * Those of the named groups that are this organization's, locked in one order.
 *
 * @param strength `update` where they or who is in them change; `key share` where something is given to them, so that
 *   none goes meanwhile.
 */
export const lockGroups = (
  tx: Tx,
  organizationId: OrganizationId,
  groupIds: readonly GroupId[],
  strength: Strength,
) =>
  tx
    .select({ id: groups.id, name: groups.name })
    .from(groups)
    .where(and(eq(groups.organizationId, organizationId), inArray(groups.id, [...groupIds])))
    .orderBy(asc(groups.id))
    .for(strength);

/**
 * All of the named groups, locked.
 *
 * @param groupIds each once.
 * @throws {NotFound} for the whole when one of the ids is none of this organization's groups.
 */
export async function lockAllGroups(
  tx: Tx,
  organizationId: OrganizationId,
  groupIds: readonly GroupId[],
  strength: Strength,
) {
  if (groupIds.length === 0) return [];
  const found = await lockGroups(tx, organizationId, groupIds, strength);
  if (found.length !== groupIds.length) throw new NotFound();
  return found;
}

/**
 * One group of this organization, locked to be changed.
 *
 * @throws {NotFound} for another organization's group as for none.
 */
export async function lockGroup(tx: Tx, organizationId: OrganizationId, groupId: GroupId) {
  const [group] = await lockGroups(tx, organizationId, [groupId], "update");
  if (!group) throw new NotFound();
  return group;
}
