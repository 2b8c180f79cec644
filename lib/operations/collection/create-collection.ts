import "server-only";
import { eq } from "drizzle-orm";
import { collections } from "@/db/schema/collections";
import { mayLeaveManagers } from "@/lib/domain/collection/access";
import { CreateCollection } from "@/lib/domain/collection/inputs";
import { grantMembers } from "@/lib/operations/collection/internal/grants";
import { countManagers } from "@/lib/operations/collection/internal/who-has";
import { assertAllowed, defineCommand } from "@/lib/operations/command";
import { expectCurrentKey } from "@/lib/operations/key/internal/expect-current-key";
import { organization as lockOf } from "@/lib/operations/locks";
import { madeBefore } from "@/lib/operations/made-before";
import { inOrganization, placeOf } from "@/lib/operations/organization/access";
import { done, doneUnrecorded } from "@/lib/operations/outcome";
import { advanceOrganization } from "@/lib/operations/revision/internal/advance";

/**
 * Creates a collection under an id that the browser made. Sent a second time, it changes nothing, and the
 * answer says that the collection existed. If the organization does not let owners and admins reach all
 * collections, somebody has to be given the permission to manage it. The provider's people are free of that,
 * because they always reach all.
 */
export const createCollection = defineCommand({
  name: "collection.create",
  input: CreateCollection,
  access: inOrganization.create_collections,
  // Inviting and removing members changes grants too, so it takes the same lock.
  locks: ({ input: { organizationId } }) => [lockOf(organizationId)],
  async run({ tx, input, standing, now }) {
    const { organizationId, organizationKeyId, collectionId, name, members } = input;
    const known = await tx
      .select({ organizationId: collections.organizationId })
      .from(collections)
      .where(eq(collections.id, collectionId));
    if (madeBefore(known, (collection) => collection.organizationId === organizationId))
      return doneUnrecorded({ collectionId, existed: true }, "the same request came before");
    await expectCurrentKey(tx, organizationId, organizationKeyId);
    await tx
      .insert(collections)
      .values({ id: collectionId, organizationId, organizationKeyId, name, createdAt: now, revisedAt: now });
    await grantMembers(tx, { organizationId, collectionId }, members);
    assertAllowed(mayLeaveManagers(placeOf(standing), await countManagers(tx, collectionId)));
    await advanceOrganization(tx, organizationId);
    return done(
      { collectionId, existed: false },
      { type: "collection.created", organizationId, collectionId },
    );
  },
});
