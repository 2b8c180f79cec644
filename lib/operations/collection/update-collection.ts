import "server-only";
import { eq } from "drizzle-orm";
import { collections } from "@/db/schema/collections";
import { UpdateCollection } from "@/lib/domain/collection/inputs";
import { accountsOf } from "@/lib/operations/collection/accounts-of";
import { lockManagedCollections } from "@/lib/operations/collection/lock-collections";
import { defineCommand } from "@/lib/operations/command";
import { inOrganization, placeOf } from "@/lib/operations/organization/access";
import { touchAccounts } from "@/lib/operations/organization/touch-accounts";
import { done } from "@/lib/operations/outcome";

/** Renames a collection; the server sees that the name changed and not what to. */
export const updateCollection = defineCommand({
  name: "collection.update",
  input: UpdateCollection,
  access: inOrganization.manage_collections,
  async run({ tx, input: { organizationId, collectionId, name }, standing, now }) {
    await lockManagedCollections(tx, placeOf(standing), organizationId, [collectionId]);
    await tx.update(collections).set({ name, revisedAt: now }).where(eq(collections.id, collectionId));
    await touchAccounts(tx, await accountsOf(tx, [collectionId]), now);
    return done(
      { collectionId },
      { type: "collection.updated", organizationId, collectionId, details: { change: "renamed" } },
    );
  },
});
