import "server-only";
import { eq } from "drizzle-orm";
import { collections } from "@/db/schema/collections";
import { mayLeaveManagers } from "@/lib/domain/collection/access";
import { CreateCollection } from "@/lib/domain/collection/inputs";
import { grantMembers } from "@/lib/operations/collection/internal/grants";
import { assertAllowed, defineCommand } from "@/lib/operations/command";
import { organization as lockOf } from "@/lib/operations/locks";
import { madeBefore } from "@/lib/operations/made-before";
import { inOrganization, placeOf } from "@/lib/operations/organization/access";
import { expectCurrentKey } from "@/lib/operations/organization/internal/expect-current-key";
import { done, doneUnrecorded } from "@/lib/operations/outcome";
import { advanceOrganization } from "@/lib/operations/revision/internal/advance";

/**
 * Creates a collection under an id that the browser made: sent twice, it is created once, as it came first, and
 * the answer says that it existed. It needs a member who manages it where owners and admins do not reach every
 * collection anyway; the provider's people always do.
 */
export const createCollection = defineCommand({
  name: "collection.create",
  input: CreateCollection,
  access: inOrganization.manage_collections,
  // Who has what goes with members too: grants and removals take their turns.
  locks: ({ input: { organizationId } }) => [lockOf(organizationId)],
  async run({ tx, input, standing, now }) {
    const { organizationId, organizationKeyId, collectionId, name, members } = input;
    const known = await tx
      .select({ organizationId: collections.organizationId })
      .from(collections)
      .where(eq(collections.id, collectionId));
    if (madeBefore(known, (collection) => collection.organizationId === organizationId))
      return doneUnrecorded({ collectionId, existed: true }, "the same request came before");
    const managers = members.filter(({ permission }) => permission === "manage").length;
    assertAllowed(mayLeaveManagers(placeOf(standing), managers));

    await expectCurrentKey(tx, organizationId, organizationKeyId);
    await tx
      .insert(collections)
      .values({ id: collectionId, organizationId, organizationKeyId, name, createdAt: now, revisedAt: now });
    await grantMembers(tx, { organizationId, collectionId }, members);
    await advanceOrganization(tx, organizationId);
    return done(
      { collectionId, existed: false },
      { type: "collection.created", organizationId, collectionId },
    );
  },
});
