import "server-only";
import { eq } from "drizzle-orm";
import { groups } from "@/db/schema/groups";
import { RenameGroup } from "@/lib/domain/group/inputs";
import { sortKey } from "@/lib/domain/names";
import { lockGroup } from "@/lib/operations/collection/internal/lock-groups";
import { defineCommand } from "@/lib/operations/command";
import { organization } from "@/lib/operations/locks";
import { inOrganization } from "@/lib/operations/organization/access";
import { done, doneUnrecorded } from "@/lib/operations/outcome";
import { ownChanges } from "@/lib/operations/own-changes";

/**
 * Gives a group another name.
 *
 * @throws {InvalidFields} `changed_meanwhile` when it is not called any more as it was shown.
 */
export const renameGroup = defineCommand({
  name: "group.rename",
  input: RenameGroup,
  access: inOrganization.manage_groups,
  locks: ({ input: { organizationId } }) => [organization(organizationId)],
  async run({ tx, input: { organizationId, groupId, name: typed, shown }, now }) {
    const { name: from } = await lockGroup(tx, organizationId, groupId);
    const { name = from } = ownChanges({ name: typed }, shown, { name: from });
    if (from === name) return doneUnrecorded({ groupId }, "it has this name already");
    await tx
      .update(groups)
      .set({ name, sortName: sortKey(name), revisedAt: now })
      .where(eq(groups.id, groupId));
    return done(
      { groupId },
      { type: "group.updated", organizationId, groupId, details: { change: "renamed", name, from } },
    );
  },
});
