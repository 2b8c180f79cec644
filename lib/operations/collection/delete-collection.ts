import "server-only";
import { eq, inArray } from "drizzle-orm";
import { ciphers } from "@/db/schema/ciphers";
import { collectionCiphers } from "@/db/schema/collection-ciphers";
import { collections } from "@/db/schema/collections";
import { CollectionTarget } from "@/lib/domain/collection/inputs";
import { accountsOf } from "@/lib/operations/collection/accounts-of";
import { lockManagedCollections } from "@/lib/operations/collection/lock-collections";
import { defineCommand } from "@/lib/operations/command";
import { inOrganization, placeOf } from "@/lib/operations/organization/access";
import { touchAccounts } from "@/lib/operations/organization/touch-accounts";
import { done } from "@/lib/operations/outcome";

/** Deletes a collection and nothing of what is in it: items that are in no other become unassigned. */
export const deleteCollection = defineCommand({
  name: "collection.delete",
  input: CollectionTarget,
  access: inOrganization.manage_collections,
  async run({ tx, input: { organizationId, collectionId }, standing, now }) {
    await lockManagedCollections(tx, placeOf(standing), organizationId, [collectionId]);
    const accounts = await accountsOf(tx, [collectionId]);
    const contained = tx
      .select({ id: collectionCiphers.cipherId })
      .from(collectionCiphers)
      .where(eq(collectionCiphers.collectionId, collectionId));
    await tx.update(ciphers).set({ revisedAt: now }).where(inArray(ciphers.id, contained));
    await tx.delete(collections).where(eq(collections.id, collectionId));
    await touchAccounts(tx, accounts, now);
    return done({ collectionId }, { type: "collection.deleted", organizationId, collectionId });
  },
});
