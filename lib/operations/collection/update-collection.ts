import "server-only";
import { eq } from "drizzle-orm";
import { collections } from "@/db/schema/collections";
import { UpdateCollection } from "@/lib/domain/collection/inputs";
import { accountsOf } from "@/lib/operations/collection/accounts-of";
import { lockManagedCollections } from "@/lib/operations/collection/lock-collections";
import { defineCommand } from "@/lib/operations/command";
import { organizationManagers, placeOf } from "@/lib/operations/organization/access";
import { expectCurrentKey } from "@/lib/operations/organization/expect-current-key";
import { touchAccounts } from "@/lib/operations/organization/touch-accounts";
import { done } from "@/lib/operations/outcome";

/** Renames a collection; the server sees that the name changed and not what to. */
export const updateCollection = defineCommand({
  name: "collection.update",
  input: UpdateCollection,
  access: organizationManagers,
  async run({ tx, input, standing, now }) {
    const { organizationId, organizationKeyId, collectionId, name } = input;
    await expectCurrentKey(tx, organizationId, organizationKeyId);
    await lockManagedCollections(tx, placeOf(standing), organizationId, [collectionId]);
    await tx.update(collections).set({ name, revisedAt: now }).where(eq(collections.id, collectionId));
    await touchAccounts(tx, await accountsOf(tx, [collectionId]), now);
    return done({ collectionId }, { type: "collection.updated", organizationId, collectionId });
  },
});
