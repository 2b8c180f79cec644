import "server-only";
import { eq } from "drizzle-orm";
import { groups } from "@/db/schema/groups";
import { ChangeGroupMembers } from "@/lib/domain/group/inputs";
import { mayPutIntoGroup } from "@/lib/domain/group/membership";
import { expectKeptFromProvider } from "@/lib/operations/collection/internal/expect-kept-from-provider";
import { expectManagers } from "@/lib/operations/collection/internal/expect-managers";
import { expectMembers } from "@/lib/operations/collection/internal/expect-members";
import { lockGroup } from "@/lib/operations/collection/internal/lock-groups";
import { assertAllowed, defineCommand } from "@/lib/operations/command";
import { putIntoGroup, takeOutOfGroup } from "@/lib/operations/group/internal/belonging";
import { factsOfCollections, holdCollectionsOfGroups } from "@/lib/operations/group/internal/cells";
import { expectManageable } from "@/lib/operations/group/internal/expect-manageable";
import { organization } from "@/lib/operations/locks";
import { inOrganization, placeOf } from "@/lib/operations/organization/access";
import { done, doneUnrecorded } from "@/lib/operations/outcome";
import { advanceOrganization } from "@/lib/operations/revision/internal/advance";

/**
 * Puts the members named into a group, takes others out, and leaves everybody else. Sent twice, it is done once. Each
 * of them is somebody whose row the actor may touch, as where one member is put into groups.
 *
 * @throws {Refused} `collection_needs_manager` when a collection of the group would be left without anybody who
 *   manages it, and owners do not reach it either.
 */
export const changeGroupMembers = defineCommand({
  name: "group.change_members",
  input: ChangeGroupMembers,
  access: inOrganization.manage_groups,
  locks: ({ input: { organizationId } }) => [organization(organizationId)],
  async run({ tx, input: { organizationId, groupId, given, taken }, standing, now }) {
    const place = placeOf(standing);
    const { name } = await lockGroup(tx, organizationId, groupId);
    await expectMembers(tx, organizationId, [...given, ...taken], "revoked too");
    await expectManageable(tx, place, organizationId, [...given, ...taken]);
    await expectKeptFromProvider(tx, place, { organizationId, memberIds: given });
    const collections =
      given.length > 0 ? await factsOfCollections(tx, place, organizationId, [groupId]) : [];
    assertAllowed(mayPutIntoGroup(place, given, collections));
    const held = taken.length > 0 ? await holdCollectionsOfGroups(tx, organizationId, [groupId]) : [];
    const gone = await takeOutOfGroup(tx, { organizationId, groupId }, taken);
    const added = await putIntoGroup(tx, { organizationId, groupId }, given);
    if (gone + added === 0) return doneUnrecorded({ groupId }, "they are in it, or out of it, already");
    await expectManagers(
      tx,
      place,
      held.map(({ id }) => id),
    );

    await advanceOrganization(tx, organizationId);
    await tx.update(groups).set({ revisedAt: now }).where(eq(groups.id, groupId));
    const details = { change: "members", name, given: added, taken: gone } as const;
    return done({ groupId }, { type: "group.updated", organizationId, groupId, details });
  },
});
