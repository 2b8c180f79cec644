import "server-only";
import { inArray } from "drizzle-orm";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import { collections } from "@/db/schema/collections";
import { groups } from "@/db/schema/groups";
import type { AuditEvent } from "@/lib/domain/events";
import type { ChangeGroupAccess } from "@/lib/domain/group/inputs";
import { expectKeptFromProvider } from "@/lib/operations/collection/internal/expect-kept-from-provider";
import { expectManagers } from "@/lib/operations/collection/internal/expect-managers";
import { changeCells } from "@/lib/operations/collection/internal/group-cells";
import { lockManagedCollections } from "@/lib/operations/collection/internal/lock-collections";
import { lockAllGroups } from "@/lib/operations/collection/internal/lock-groups";
import type { OrganizationPlace } from "@/lib/operations/organization/access";
import { advanceOrganization } from "@/lib/operations/revision/internal/advance";

/**
 * Changes cells of the matrix: all of them, or none. The caller holds the organization.
 *
 * @returns an event for each group.
 * @throws {NotFound} when one of the groups or collections is another organization's, or a collection is not the
 *   actor's to manage.
 * @throws {Refused} `access_changed` when a cell is not as it was when it was looked at; `collection_needs_manager`
 *   when a collection would be left to nobody; `items_kept_from_provider`.
 */
export async function changeAccess(
  tx: Tx,
  place: OrganizationPlace,
  { organizationId, cells }: z.output<typeof ChangeGroupAccess>,
  now: Date,
): Promise<AuditEvent[]> {
  const groupIds = [...new Set(cells.map(({ groupId }) => groupId))];
  const collectionIds = [...new Set(cells.map(({ collectionId }) => collectionId))];
  const locked = await lockAllGroups(tx, organizationId, groupIds, "update");
  await lockManagedCollections(tx, place, organizationId, collectionIds, "update");
  const givenTo = cells.flatMap(({ groupId, to }) => (to === null ? [] : groupId));
  await expectKeptFromProvider(tx, place, { organizationId, groupIds: givenTo });
  await changeCells(tx, organizationId, cells);
  await expectManagers(tx, place, collectionIds);

  const revisedAt = await advanceOrganization(tx, organizationId);
  await tx.update(collections).set({ revisedAt }).where(inArray(collections.id, collectionIds));
  await tx.update(groups).set({ revisedAt: now }).where(inArray(groups.id, groupIds));
  return locked.map(({ id, name }) => ({
    type: "group.updated",
    organizationId,
    groupId: id,
    details: { change: "access", name, collections: cells.filter(({ groupId }) => groupId === id).length },
  }));
}
