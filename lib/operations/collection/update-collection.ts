import "server-only";
import { eq } from "drizzle-orm";
import { collections } from "@/db/schema/collections";
import { UpdateCollection } from "@/lib/domain/collection/inputs";
import { lockManagedCollections } from "@/lib/operations/collection/internal/lock-collections";
import { defineCommand } from "@/lib/operations/command";
import { expectCurrentKey } from "@/lib/operations/key/internal/expect-current-key";
import { inOrganization, placeOf } from "@/lib/operations/organization/access";
import { done } from "@/lib/operations/outcome";
import { advanceOrganization } from "@/lib/operations/revision/internal/advance";

/** Renames a collection. The name is sealed, so the server does not know it. */
export const updateCollection = defineCommand({
  name: "collection.update",
  input: UpdateCollection,
  access: inOrganization.keep_given_collections,
  async run({ tx, input, standing }) {
    const { organizationId, organizationKeyId, collectionId, name } = input;
    await expectCurrentKey(tx, organizationId, organizationKeyId);
    await lockManagedCollections(tx, placeOf(standing), organizationId, [collectionId], "no key update");
    const revisedAt = await advanceOrganization(tx, organizationId);
    await tx.update(collections).set({ name, revisedAt }).where(eq(collections.id, collectionId));
    return done(
      { collectionId },
      { type: "collection.updated", organizationId, collectionId, details: { change: "renamed" } },
    );
  },
});
