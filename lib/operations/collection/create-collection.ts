import "server-only";
import { eq } from "drizzle-orm";
import { collections } from "@/db/schema/collections";
import { CreateCollection } from "@/lib/domain/collection/inputs";
import { expectKeptFromProvider } from "@/lib/operations/collection/internal/expect-kept-from-provider";
import { grantMembers } from "@/lib/operations/collection/internal/grants";
import { grantsOfMaker } from "@/lib/operations/collection/internal/grants-of-maker";
import { changeCells } from "@/lib/operations/collection/internal/group-cells";
import { lockAllGroups } from "@/lib/operations/collection/internal/lock-groups";
import { defineCommand } from "@/lib/operations/command";
import { expectCurrentKey } from "@/lib/operations/key/internal/expect-current-key";
import { organization as lockOf } from "@/lib/operations/locks";
import { madeBefore } from "@/lib/operations/made-before";
import { inOrganization, placeOf } from "@/lib/operations/organization/access";
import { done, doneUnrecorded } from "@/lib/operations/outcome";
import { advanceOrganization } from "@/lib/operations/revision/internal/advance";

/**
 * Creates a collection under an id that the browser made. Sent a second time, it changes nothing, and the
 * answer says that the collection existed. A maker who would not reach it or asks for it manages it, so nobody makes a
 * collection that is out of everybody's reach; the answer says what they were given.
 */
export const createCollection = defineCommand({
  name: "collection.create",
  input: CreateCollection,
  access: inOrganization.create_collections,
  // Inviting and removing members changes grants too, so it takes the same lock.
  locks: ({ input: { organizationId } }) => [lockOf(organizationId)],
  async run({ tx, input, standing, now }) {
    const { organizationId, organizationKeyId, collectionId, name, groups } = input;
    const ofMaker = grantsOfMaker(placeOf(standing), input.forMaker);
    const known = await tx
      .select({ organizationId: collections.organizationId })
      .from(collections)
      .where(eq(collections.id, collectionId));
    if (madeBefore(known, (collection) => collection.organizationId === organizationId))
      return doneUnrecorded({ collectionId, existed: true, ofMaker }, "the same request came before");
    await expectCurrentKey(tx, organizationId, organizationKeyId);
    const groupIds = groups.map(({ groupId }) => groupId);
    await lockAllGroups(tx, organizationId, groupIds, "key share");
    await tx
      .insert(collections)
      .values({ id: collectionId, organizationId, organizationKeyId, name, createdAt: now, revisedAt: now });
    await expectKeptFromProvider(tx, placeOf(standing), {
      organizationId,
      memberIds: input.members.map(({ memberId }) => memberId),
      groupIds,
    });
    const others = input.members.filter(({ memberId }) => memberId !== ofMaker[0]?.memberId);
    const members = [...others, ...ofMaker].map((grant) => ({ collectionId, ...grant }));
    await grantMembers(tx, organizationId, members);
    const cells = groups.map(({ groupId, permission }) => ({
      groupId,
      collectionId,
      from: null,
      to: permission,
    }));
    await changeCells(tx, organizationId, cells);
    await advanceOrganization(tx, organizationId);
    return done(
      { collectionId, existed: false, ofMaker },
      { type: "collection.created", organizationId, collectionId },
    );
  },
});
