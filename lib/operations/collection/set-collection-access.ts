import "server-only";
import { eq } from "drizzle-orm";
import { collections } from "@/db/schema/collections";
import { SetCollectionAccess } from "@/lib/domain/collection/inputs";
import type { GrantDetail } from "@/lib/domain/events";
import { grantMembers, grantsOf, takeAll } from "@/lib/operations/collection/grants";
import { lockManagedCollections } from "@/lib/operations/collection/lock-collections";
import { defineCommand } from "@/lib/operations/command";
import { Refused } from "@/lib/operations/errors";
import { inOrganization, placeOf } from "@/lib/operations/organization/access";
import { done } from "@/lib/operations/outcome";
import { advanceOrganization } from "@/lib/operations/revision/advance";

/** Replaces who has a collection, and with which permission. */
export const setCollectionAccess = defineCommand({
  name: "collection.set_access",
  input: SetCollectionAccess,
  access: inOrganization.manage_collections,
  async run({ tx, input: { organizationId, collectionId, members }, standing }) {
    const place = placeOf(standing);
    const [collection] = await lockManagedCollections(tx, place, organizationId, [collectionId]);
    const isManaged = members.some(({ permission }) => permission === "manage");
    if (!isManaged && !collection?.adminsReachAll && place.capacity.as === "member")
      throw new Refused("collection_needs_manager");

    const before = await grantsOf(tx, { organizationId, collectionId });
    await takeAll(tx, collectionId);
    await grantMembers(tx, { organizationId, collectionId }, members);
    const revisedAt = await advanceOrganization(tx, organizationId);
    await tx.update(collections).set({ revisedAt }).where(eq(collections.id, collectionId));
    return done(
      { collectionId },
      {
        type: "collection.updated",
        organizationId,
        collectionId,
        details: { change: "access", ...difference(before, members) },
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
