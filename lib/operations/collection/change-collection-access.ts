import "server-only";
import { eq } from "drizzle-orm";
import { collections } from "@/db/schema/collections";
import { ChangeCollectionAccess } from "@/lib/domain/collection/inputs";
import { expectKeptFromProvider } from "@/lib/operations/collection/internal/expect-kept-from-provider";
import { expectManagers } from "@/lib/operations/collection/internal/expect-managers";
import { expectMembers } from "@/lib/operations/collection/internal/expect-members";
import { changeGrants, grantMembers, takeGrants } from "@/lib/operations/collection/internal/grants";
import { groupAccessChanged } from "@/lib/operations/collection/internal/group-access-changed";
import { changeCells } from "@/lib/operations/collection/internal/group-cells";
import { lockManagedCollections } from "@/lib/operations/collection/internal/lock-collections";
import { lockAllGroups } from "@/lib/operations/collection/internal/lock-groups";
import { defineCommand } from "@/lib/operations/command";
import { organization } from "@/lib/operations/locks";
import { inOrganization, placeOf } from "@/lib/operations/organization/access";
import { doneEach } from "@/lib/operations/outcome";
import { advanceOrganization } from "@/lib/operations/revision/internal/advance";

/**
 * Gives a collection, changes what it allows, and takes it, for the members and groups named and nobody else. Sent
 * twice, it is done once.
 *
 * @throws {Refused} `access_changed` when somebody whose permission was to change has lost the collection meanwhile:
 *   they do not get it back by this; and when what a group may do is not as it was when it was looked at.
 */
export const changeCollectionAccess = defineCommand({
  name: "collection.change_access",
  input: ChangeCollectionAccess,
  access: inOrganization.keep_given_collections,
  // Inviting and removing members changes grants too, so it takes the same lock.
  locks: ({ input: { organizationId } }) => [organization(organizationId)],
  async run({ tx, input: { organizationId, collectionId, given, changed, taken, groups }, standing }) {
    const place = placeOf(standing);
    const groupIds = groups.map(({ groupId }) => groupId);
    const held = await lockAllGroups(tx, organizationId, groupIds, "key share");
    await lockManagedCollections(tx, place, organizationId, [collectionId], "update");
    await expectMembers(tx, organizationId, taken, "revoked too");
    await expectKeptFromProvider(tx, place, {
      organizationId,
      memberIds: [...given, ...changed].map(({ memberId }) => memberId),
      groupIds: groups.flatMap(({ groupId, to }) => (to === null ? [] : groupId)),
    });
    const target = { organizationId, collectionId };
    const here = <Of extends object>(grant: Of) => ({ collectionId, ...grant });
    const lost = await takeGrants(
      tx,
      organizationId,
      taken.map((memberId) => ({ collectionId, memberId })),
    );
    await changeGrants(tx, organizationId, changed.map(here));
    await grantMembers(tx, organizationId, given.map(here));
    await changeCells(
      tx,
      organizationId,
      groups.map((cell) => ({ ...cell, collectionId })),
    );
    await expectManagers(tx, place, [collectionId]);

    const revisedAt = await advanceOrganization(tx, organizationId);
    await tx.update(collections).set({ revisedAt }).where(eq(collections.id, collectionId));
    const names = new Map(held.map(({ id, name }) => [id, name]));
    return doneEach(
      { collectionId },
      groups,
      ({ groupId, to }) => groupAccessChanged(target, { id: groupId, name: names.get(groupId) ?? "" }, to),
      ...(groups.length === 0 || given.length + changed.length + lost.length > 0
        ? [
            {
              type: "collection.updated" as const,
              ...target,
              details: {
                change: "access" as const,
                given,
                changed,
                taken: lost.map(({ memberId, permission }) => ({ memberId, permission })),
              },
            },
          ]
        : []),
    );
  },
});
