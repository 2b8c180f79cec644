import "server-only";
import type { Tx } from "@/db/client";
import { reachesAll } from "@/lib/domain/collection/access";
import { mayPutIntoGroup } from "@/lib/domain/group/membership";
import type { GroupId, OrganizationId, OrganizationMemberId } from "@/lib/domain/ids";
import { mayInOrganization } from "@/lib/domain/organization/member";
import { lockAllGroups } from "@/lib/operations/collection/internal/lock-groups";
import { assertAllowed } from "@/lib/operations/command";
import { factsOfCollections } from "@/lib/operations/group/internal/cells";
import type { OrganizationPlace } from "@/lib/operations/organization/access";

/**
 * Locks groups of this organization into which somebody is to be put, and judges whether the actor may: it takes the
 * permission to manage groups, and where the actor does not reach every collection, the right to manage each of theirs.
 *
 * @param memberIds who is put there, as far as they are members already.
 * @throws {NotFound} for the whole when one of them is not the organization's.
 */
export async function holdGroupsToGive(
  tx: Tx,
  place: OrganizationPlace,
  organizationId: OrganizationId,
  groupIds: readonly GroupId[],
  memberIds: readonly OrganizationMemberId[] = [],
): Promise<void> {
  if (groupIds.length === 0) return;
  assertAllowed(mayInOrganization("manage_groups", place));
  await lockAllGroups(tx, organizationId, groupIds, "update");
  if (reachesAll(place)) return;
  const facts = await factsOfCollections(tx, place, organizationId, groupIds);
  assertAllowed(mayPutIntoGroup(place, memberIds, facts));
}
