import "server-only";
import { eq } from "drizzle-orm";
import { collections } from "@/db/schema/collections";
import { UpdateCollection } from "@/lib/domain/collection/inputs";
import { lockManagedCollections } from "@/lib/operations/collection/internal/lock-collections";
import { defineCommand } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { expectCurrentKey } from "@/lib/operations/key/internal/expect-current-key";
import { inOrganization, placeOf } from "@/lib/operations/organization/access";
import { done } from "@/lib/operations/outcome";
import { assertStillSealed } from "@/lib/operations/own-changes";
import { advanceOrganization } from "@/lib/operations/revision/internal/advance";

/**
 * Renames a collection. The name is sealed, so the server does not know it.
 *
 * @throws {Refused} `changed_meanwhile` when it has another name than the one that was shown.
 */
export const updateCollection = defineCommand({
  name: "collection.update",
  input: UpdateCollection,
  access: inOrganization.keep_given_collections,
  async run({ tx, input, standing }) {
    const { organizationId, organizationKeyId, collectionId, name, shown } = input;
    await expectCurrentKey(tx, organizationId, organizationKeyId);
    await lockManagedCollections(tx, placeOf(standing), organizationId, [collectionId], "no key update");
    const isCollection = eq(collections.id, collectionId);
    const [before] = await tx.select({ name: collections.name }).from(collections).where(isCollection);
    if (!before) throw new NotFound();
    assertStillSealed(shown, before.name);
    const revisedAt = await advanceOrganization(tx, organizationId);
    await tx.update(collections).set({ name, revisedAt }).where(isCollection);
    return done(
      { collectionId },
      { type: "collection.updated", organizationId, collectionId, details: { change: "renamed" } },
    );
  },
});
