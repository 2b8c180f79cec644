import "server-only";
import { eq, inArray } from "drizzle-orm";
import { ciphers } from "@/db/schema/ciphers";
import { collectionCiphers } from "@/db/schema/collection-ciphers";
import { collections } from "@/db/schema/collections";
import { CollectionTarget } from "@/lib/domain/collection/inputs";
import { lockManagedCollections } from "@/lib/operations/collection/internal/lock-collections";
import { defineCommand } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { organization } from "@/lib/operations/locks";
import { inOrganization, placeOf } from "@/lib/operations/organization/access";
import { done } from "@/lib/operations/outcome";
import { advanceOrganization } from "@/lib/operations/revision/internal/advance";

/** Deletes a collection, but not its items. An item that is in no other collection is unassigned afterwards. */
export const deleteCollection = defineCommand({
  name: "collection.delete",
  input: CollectionTarget,
  access: inOrganization.manage_collections,
  // Inviting and removing members changes grants too, so it takes the same lock.
  locks: ({ input: { organizationId } }) => [organization(organizationId)],
  async run({ tx, input: { organizationId, collectionId }, standing }) {
    await lockManagedCollections(tx, placeOf(standing), organizationId, [collectionId], "update");
    const contained = inArray(
      ciphers.id,
      tx
        .select({ id: collectionCiphers.itemId })
        .from(collectionCiphers)
        .where(eq(collectionCiphers.collectionId, collectionId)),
    );
    // This locks the items before the revision, as a change of an item does.
    await tx
      .select({ id: ciphers.id })
      .from(ciphers)
      .where(contained)
      .orderBy(ciphers.id)
      .for("no key update");
    const revisedAt = await advanceOrganization(tx, organizationId);
    await tx.update(ciphers).set({ revisedAt }).where(contained);
    const [deleted] = await tx
      .delete(collections)
      .where(eq(collections.id, collectionId))
      .returning({ sealedName: collections.name, organizationKeyId: collections.organizationKeyId });
    if (!deleted) throw new NotFound();
    return done(
      { collectionId },
      { type: "collection.deleted", organizationId, collectionId, details: deleted },
    );
  },
});
