import "server-only";
import { inArray } from "drizzle-orm";
import { ciphers } from "@/db/schema/ciphers";
import { collectionCiphers } from "@/db/schema/collection-ciphers";
import { collections } from "@/db/schema/collections";
import { mayDeleteCollection } from "@/lib/domain/collection/access";
import { DeleteCollections } from "@/lib/domain/collection/inputs";
import { defineBulk, fitting } from "@/lib/operations/bulk";
import { expectKeptFromProvider } from "@/lib/operations/collection/internal/expect-kept-from-provider";
import { lockCollections } from "@/lib/operations/collection/internal/lock-collections";
import { organization } from "@/lib/operations/locks";
import { inOrganization, placeOf } from "@/lib/operations/organization/access";
import { advanceOrganization } from "@/lib/operations/revision/internal/advance";

/**
 * Deletes collections, but not their items. An item that is in no other collection is unassigned afterwards. Their
 * sealed names stay in the log.
 *
 * @throws {Refused} `items_kept_from_provider`
 */
export const deleteCollections = defineBulk({
  name: "collection.delete",
  input: DeleteCollections,
  access: inOrganization.keep_given_collections,
  // Inviting and removing members changes grants too, so it takes the same lock.
  locks: ({ input: { organizationId } }) => [organization(organizationId)],
  ids: ({ input }) => input.collectionIds,
  async lock({ tx, standing, input: { organizationId, collectionIds } }) {
    const place = placeOf(standing);
    const found = await lockCollections(tx, place, organizationId, collectionIds, "update");
    const isWithin = place.switches.adminsReachAll;
    const items = isWithin
      ? 0
      : await tx.$count(collectionCiphers, inArray(collectionCiphers.collectionId, collectionIds));
    // What is in no other collection is unassigned then, and comes within reach of every owner and admin.
    if (items > 0) await expectKeptFromProvider(tx, place, { organizationId, byRole: true });
    const sealed = await tx
      .select({
        id: collections.id,
        sealedName: collections.name,
        organizationKeyId: collections.organizationKeyId,
      })
      .from(collections)
      .where(
        inArray(
          collections.id,
          found.map(({ id }) => id),
        ),
      );
    const nameOf = new Map(sealed.map(({ id, ...name }) => [id, name]));
    return found.flatMap((facts) => {
      const details = nameOf.get(facts.id);
      return details ? [{ ...facts, details }] : [];
    });
  },
  judge: (facts, { standing }) => fitting(facts, mayDeleteCollection(placeOf(standing), facts)),
  async act({ tx, input: { organizationId } }, gone) {
    const ids = gone.map(({ id }) => id);
    const contained = inArray(
      ciphers.id,
      tx
        .select({ id: collectionCiphers.itemId })
        .from(collectionCiphers)
        .where(inArray(collectionCiphers.collectionId, ids)),
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
    await tx.delete(collections).where(inArray(collections.id, ids));
    return [];
  },
  event: ({ id: collectionId, details }, { input: { organizationId } }) => ({
    type: "collection.deleted",
    organizationId,
    collectionId,
    details,
  }),
});
