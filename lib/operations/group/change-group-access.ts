import "server-only";
import { inArray } from "drizzle-orm";
import { collections } from "@/db/schema/collections";
import { groups } from "@/db/schema/groups";
import { ChangeGroupAccess } from "@/lib/domain/group/inputs";
import { expectKeptFromProvider } from "@/lib/operations/collection/internal/expect-kept-from-provider";
import { expectManagers } from "@/lib/operations/collection/internal/expect-managers";
import { changeCells } from "@/lib/operations/collection/internal/group-cells";
import { lockManagedCollections } from "@/lib/operations/collection/internal/lock-collections";
import { lockAllGroups } from "@/lib/operations/collection/internal/lock-groups";
import { defineCommand } from "@/lib/operations/command";
import { organization } from "@/lib/operations/locks";
import { inOrganization, placeOf } from "@/lib/operations/organization/access";
import { doneEach } from "@/lib/operations/outcome";
import { advanceOrganization } from "@/lib/operations/revision/internal/advance";

/**
 * Changes what groups may do in collections, a cell of the matrix each: all of them, or none. One group or collection
 * of another organization, or a collection that the actor may not manage, answers for the whole as if it did not
 * exist.
 *
 * @throws {Refused} `access_changed` when a cell is not as it was when it was looked at;
 *   `collection_needs_manager` when a collection would be left to nobody.
 */
export const changeGroupAccess = defineCommand({
  name: "group.change_access",
  input: ChangeGroupAccess,
  access: inOrganization.manage_groups,
  locks: ({ input: { organizationId } }) => [organization(organizationId)],
  async run({ tx, input: { organizationId, cells }, standing, now }) {
    const place = placeOf(standing);
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
    return doneEach({ cells: cells.length }, locked, ({ id, name }) => ({
      type: "group.updated",
      organizationId,
      groupId: id,
      details: { change: "access", name, collections: cells.filter(({ groupId }) => groupId === id).length },
    }));
  },
});
