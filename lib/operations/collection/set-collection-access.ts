import "server-only";
import { eq } from "drizzle-orm";
import { collectionMembers } from "@/db/schema/collection-members";
import { collections } from "@/db/schema/collections";
import { SetCollectionAccess } from "@/lib/domain/collection/inputs";
import type { GrantDetail } from "@/lib/domain/events";
import { accountsOf } from "@/lib/operations/collection/accounts-of";
import { grantMembers } from "@/lib/operations/collection/grant-members";
import { lockManagedCollections } from "@/lib/operations/collection/lock-collections";
import { defineCommand } from "@/lib/operations/command";
import { Refused } from "@/lib/operations/errors";
import { inOrganization, placeOf } from "@/lib/operations/organization/access";
import { touchAccounts } from "@/lib/operations/organization/touch-accounts";
import { done } from "@/lib/operations/outcome";

/** Replaces who has a collection, and with which permission. */
export const setCollectionAccess = defineCommand({
  name: "collection.set_access",
  input: SetCollectionAccess,
  access: inOrganization.manage_collections,
  async run({ tx, input: { organizationId, collectionId, members }, standing, now }) {
    const place = placeOf(standing);
    const [collection] = await lockManagedCollections(tx, place, organizationId, [collectionId]);
    const isManaged = members.some(({ permission }) => permission === "manage");
    if (!isManaged && !collection?.adminsReachAll && place.capacity.as === "member")
      throw new Refused("collection_needs_manager");

    const grants = await tx
      .select({ memberId: collectionMembers.memberId, permission: collectionMembers.permission })
      .from(collectionMembers)
      .where(eq(collectionMembers.collectionId, collectionId));
    const before = await accountsOf(tx, [collectionId]);
    await tx.delete(collectionMembers).where(eq(collectionMembers.collectionId, collectionId));
    await grantMembers(tx, { organizationId, collectionId }, members);
    await tx.update(collections).set({ revisedAt: now }).where(eq(collections.id, collectionId));
    const after = await accountsOf(tx, [collectionId]);
    await touchAccounts(tx, [...new Set([...before, ...after])], now);
    return done(
      { collectionId },
      {
        type: "collection.updated",
        organizationId,
        collectionId,
        details: { change: "access", ...difference(grants, members) },
      },
    );
  },
});

function difference(before: GrantDetail[], after: GrantDetail[]) {
  const had = new Map(before.map(({ memberId, permission }) => [memberId, permission]));
  const kept = new Set(after.map(({ memberId }) => memberId));
  return {
    given: after.filter(({ memberId }) => !had.has(memberId)),
    changed: after.filter(({ memberId, permission }) => (had.get(memberId) ?? permission) !== permission),
    taken: before.filter(({ memberId }) => !kept.has(memberId)),
  };
}
