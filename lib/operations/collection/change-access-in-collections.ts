import "server-only";
import { inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { collections } from "@/db/schema/collections";
import { mayManageCollection } from "@/lib/domain/collection/access";
import { ChangeAccessInCollections } from "@/lib/domain/collection/inputs";
import type { CollectionPermission } from "@/lib/domain/collection/permission";
import type { CollectionId, GroupId, OrganizationId, OrganizationMemberId } from "@/lib/domain/ids";
import { defineBulk, fitting } from "@/lib/operations/bulk";
import { expectKeptFromProvider } from "@/lib/operations/collection/internal/expect-kept-from-provider";
import { expectManagers } from "@/lib/operations/collection/internal/expect-managers";
import { setMemberIn } from "@/lib/operations/collection/internal/grants";
import { groupAccessChanged } from "@/lib/operations/collection/internal/group-access-changed";
import { setGroupIn } from "@/lib/operations/collection/internal/group-cells";
import { lockCollections } from "@/lib/operations/collection/internal/lock-collections";
import { lockAllGroups } from "@/lib/operations/collection/internal/lock-groups";
import { organization } from "@/lib/operations/locks";
import { inOrganization, placeOf } from "@/lib/operations/organization/access";
import { advanceOrganization } from "@/lib/operations/revision/internal/advance";

/**
 * Says what one member or one group may do in several collections. Those that the actor may not manage are told, and
 * the others are done, unless one of them would be left without a manager: then nothing is.
 *
 * @throws {Refused} `collection_needs_manager`
 */
export const changeAccessInCollections = defineBulk({
  name: "collection.change_access_in_several",
  input: ChangeAccessInCollections,
  access: inOrganization.keep_given_collections,
  // Inviting and removing members changes grants too, so it takes the same lock.
  locks: ({ input: { organizationId } }) => [organization(organizationId)],
  ids: ({ input }) => input.collectionIds,
  async lock({ tx, standing, input: { organizationId, collectionIds, holder, permission } }) {
    const [group] =
      "groupId" in holder ? await lockAllGroups(tx, organizationId, [holder.groupId], "key share") : [];
    if (permission !== null)
      await expectKeptFromProvider(tx, placeOf(standing), {
        organizationId,
        ...("memberId" in holder ? { memberIds: [holder.memberId] } : { groupIds: [holder.groupId] }),
      });
    const rows = await lockCollections(tx, placeOf(standing), organizationId, collectionIds, "update");
    return rows.map((facts) => ({ ...facts, group }));
  },
  judge: (facts, { standing }) => fitting(facts, mayManageCollection(placeOf(standing), facts)),
  async act({ tx, standing, input: { organizationId, holder, permission } }, fits) {
    const ids = fits.map(({ id }) => id);
    await setAccess(tx, organizationId, holder, ids, permission);
    await expectManagers(tx, placeOf(standing), ids);
    const revisedAt = await advanceOrganization(tx, organizationId);
    await tx.update(collections).set({ revisedAt }).where(inArray(collections.id, ids));
    return [];
  },
  event: ({ id: collectionId, group }, { input: { organizationId, holder, permission } }) =>
    group
      ? groupAccessChanged({ organizationId, collectionId }, group, permission)
      : {
          type: "collection.updated",
          organizationId,
          collectionId,
          ...("memberId" in holder && { organizationMemberId: holder.memberId }),
          details: { change: "member_access", to: permission ?? "none" },
        },
});

type Holder = { memberId: OrganizationMemberId } | { groupId: GroupId };

const setAccess = (
  tx: Tx,
  organizationId: OrganizationId,
  holder: Holder,
  collectionIds: readonly CollectionId[],
  permission: CollectionPermission | null,
) =>
  "memberId" in holder
    ? setMemberIn(tx, organizationId, holder.memberId, collectionIds, permission)
    : setGroupIn(tx, organizationId, holder.groupId, collectionIds, permission);
