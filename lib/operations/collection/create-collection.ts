import "server-only";
import { eq } from "drizzle-orm";
import type { z } from "zod";
import { collections } from "@/db/schema/collections";
import { managesWhatIsMade, mayLeaveManagers } from "@/lib/domain/collection/access";
import { CreateCollection, type MemberGrants } from "@/lib/domain/collection/inputs";
import { grantMembers } from "@/lib/operations/collection/internal/grants";
import { changeCells, holdGroups } from "@/lib/operations/collection/internal/group-cells";
import { countManagers } from "@/lib/operations/collection/internal/who-has";
import { assertAllowed, defineCommand } from "@/lib/operations/command";
import { expectCurrentKey } from "@/lib/operations/key/internal/expect-current-key";
import { organization as lockOf } from "@/lib/operations/locks";
import { madeBefore } from "@/lib/operations/made-before";
import {
  inOrganization,
  memberIdOf,
  type OrganizationPlace,
  placeOf,
} from "@/lib/operations/organization/access";
import { done, doneUnrecorded } from "@/lib/operations/outcome";
import { advanceOrganization } from "@/lib/operations/revision/internal/advance";

/**
 * Creates a collection under an id that the browser made. Sent a second time, it changes nothing, and the
 * answer says that the collection existed. A member who may make collections and has no say in others manages what
 * they make. If the organization does not let owners and admins reach all
 * collections, a member or a group of members has to be given the permission to manage it. The provider's people are free of that,
 * because they always reach all.
 */
export const createCollection = defineCommand({
  name: "collection.create",
  input: CreateCollection,
  access: inOrganization.create_collections,
  // Inviting and removing members changes grants too, so it takes the same lock.
  locks: ({ input: { organizationId } }) => [lockOf(organizationId)],
  async run({ tx, input, standing, now }) {
    const { organizationId, organizationKeyId, collectionId, name, groups } = input;
    const place = placeOf(standing);
    const known = await tx
      .select({ organizationId: collections.organizationId })
      .from(collections)
      .where(eq(collections.id, collectionId));
    if (madeBefore(known, (collection) => collection.organizationId === organizationId))
      return doneUnrecorded({ collectionId, existed: true }, "the same request came before");
    await expectCurrentKey(tx, organizationId, organizationKeyId);
    await holdGroups(
      tx,
      organizationId,
      groups.map(({ groupId }) => groupId),
    );
    await tx
      .insert(collections)
      .values({ id: collectionId, organizationId, organizationKeyId, name, createdAt: now, revisedAt: now });
    await grantMembers(tx, { organizationId, collectionId }, withMaker(place, input.members));
    const cells = groups.map(({ groupId, permission }) => ({
      groupId,
      collectionId,
      from: null,
      to: permission,
    }));
    await changeCells(tx, organizationId, cells);
    assertAllowed(mayLeaveManagers(place, await countManagers(tx, collectionId)));
    await advanceOrganization(tx, organizationId);
    return done(
      { collectionId, existed: false },
      { type: "collection.created", organizationId, collectionId },
    );
  },
});

/** The grants, with the maker as a manager where they could do nothing with it otherwise. */
function withMaker(place: OrganizationPlace, members: z.output<typeof MemberGrants>) {
  const memberId = memberIdOf(place);
  if (!memberId || !managesWhatIsMade(place)) return members;
  return [
    ...members.filter((grant) => grant.memberId !== memberId),
    { memberId, permission: "manage" as const },
  ];
}
