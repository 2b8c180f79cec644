import "server-only";
import { inArray } from "drizzle-orm";
import { collections } from "@/db/schema/collections";
import { CreateCollections } from "@/lib/domain/collection/inputs";
import { insertGrants } from "@/lib/operations/collection/internal/grants";
import { grantsOfMaker } from "@/lib/operations/collection/internal/grants-of-maker";
import { defineCommand } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { expectCurrentKey } from "@/lib/operations/key/internal/expect-current-key";
import { organization as lockOf } from "@/lib/operations/locks";
import { inOrganization, placeOf } from "@/lib/operations/organization/access";
import { doneEach } from "@/lib/operations/outcome";
import { advanceOrganization } from "@/lib/operations/revision/internal/advance";

/**
 * Creates several collections, under ids that the browser made, in the order in which they were
 * sent. What came before under the same id stays as it is. A maker who would not reach them or asks for it manages
 * each of them. The number of statements does not depend on theirs.
 */
export const createCollections = defineCommand({
  name: "collection.create_several",
  input: CreateCollections,
  access: inOrganization.create_collections,
  // Inviting and removing members changes grants too, so it takes the same lock.
  locks: ({ input: { organizationId } }) => [lockOf(organizationId)],
  async run({
    tx,
    input: { organizationId, organizationKeyId, forMaker, collections: sent },
    standing,
    now,
  }) {
    const known = await tx
      .select({ id: collections.id, organizationId: collections.organizationId })
      .from(collections)
      .where(
        inArray(
          collections.id,
          sent.map(({ collectionId }) => collectionId),
        ),
      );
    if (known.some((row) => row.organizationId !== organizationId)) throw new NotFound();
    const existing = new Set(known.map(({ id }) => id));
    const made = sent.filter(({ collectionId }) => !existing.has(collectionId));
    await expectCurrentKey(tx, organizationId, organizationKeyId);
    if (made.length > 0) {
      // Lists are read by age, so each is a moment younger than the one before it.
      const createdAt = (index: number) => new Date(now.getTime() + index);
      await tx.insert(collections).values(
        made.map(({ collectionId: id, name }, index) => ({
          id,
          organizationId,
          organizationKeyId,
          name,
          createdAt: createdAt(index),
          revisedAt: now,
        })),
      );
      await insertGrants(
        tx,
        grantsOfMaker(placeOf(standing), forMaker).flatMap((grant) =>
          made.map(({ collectionId }) => ({ organizationId, collectionId, ...grant })),
        ),
      );
      await advanceOrganization(tx, organizationId);
    }
    return doneEach({ created: made.length }, made, ({ collectionId }) => ({
      type: "collection.created",
      organizationId,
      collectionId,
    }));
  },
});
