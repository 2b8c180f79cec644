import "server-only";
import { eq } from "drizzle-orm";
import { collections } from "@/db/schema/collections";
import { SetCollectionAccess } from "@/lib/domain/collection/inputs";
import { grantMembers, takeAll } from "@/lib/operations/collection/grants";
import { lockManagedCollections } from "@/lib/operations/collection/lock-collections";
import { defineCommand } from "@/lib/operations/command";
import { Refused } from "@/lib/operations/errors";
import { organizationManagers, placeOf } from "@/lib/operations/organization/access";
import { done } from "@/lib/operations/outcome";
import { advanceOrganization } from "@/lib/operations/revision/advance";

/** Replaces who has a collection, and with which permission. */
export const setCollectionAccess = defineCommand({
  name: "collection.set_access",
  input: SetCollectionAccess,
  access: organizationManagers,
  async run({ tx, input: { organizationId, collectionId, members }, standing }) {
    const place = placeOf(standing);
    const [collection] = await lockManagedCollections(tx, place, organizationId, [collectionId]);
    const isManaged = members.some(({ permission }) => permission === "manage");
    if (!isManaged && !collection?.adminsReachAll && place.capacity.as === "member")
      throw new Refused("collection_needs_manager");

    await takeAll(tx, collectionId);
    await grantMembers(tx, { organizationId, collectionId }, members);
    const revisedAt = await advanceOrganization(tx, organizationId);
    await tx.update(collections).set({ revisedAt }).where(eq(collections.id, collectionId));
    return done({ collectionId }, { type: "collection.updated", organizationId, collectionId });
  },
});
