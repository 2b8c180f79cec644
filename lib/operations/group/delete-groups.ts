import "server-only";
import { inArray } from "drizzle-orm";
import { groups } from "@/db/schema/groups";
import { allow } from "@/lib/domain/decision";
import { DeleteGroups } from "@/lib/domain/group/inputs";
import { defineBulk, fitting } from "@/lib/operations/bulk";
import { expectManagers } from "@/lib/operations/collection/internal/expect-managers";
import { lockGroups } from "@/lib/operations/collection/internal/lock-groups";
import { holdCollectionsOfGroups } from "@/lib/operations/group/internal/cells";
import { organization } from "@/lib/operations/locks";
import { inOrganization, placeOf } from "@/lib/operations/organization/access";
import { advanceOrganization } from "@/lib/operations/revision/internal/advance";

/** Deletes groups and nobody who is in them: their members lose what they had through the groups alone. */
export const deleteGroups = defineBulk({
  name: "group.delete",
  input: DeleteGroups,
  access: inOrganization.manage_groups,
  locks: ({ input: { organizationId } }) => [organization(organizationId)],
  ids: ({ input }) => input.groupIds,
  lock: ({ tx, input: { organizationId, groupIds } }) => lockGroups(tx, organizationId, groupIds, "update"),
  judge: (group) => fitting(group, allow),
  async act({ tx, input: { organizationId }, standing }, gone) {
    const groupIds = gone.map(({ id }) => id);
    const held = await holdCollectionsOfGroups(tx, organizationId, groupIds);
    await tx.delete(groups).where(inArray(groups.id, groupIds));
    await expectManagers(
      tx,
      placeOf(standing),
      held.map(({ id }) => id),
    );
    await advanceOrganization(tx, organizationId);
    return [];
  },
  event: ({ id, name }, { input: { organizationId } }) => ({
    type: "group.deleted",
    organizationId,
    groupId: id,
    details: { name },
  }),
});
