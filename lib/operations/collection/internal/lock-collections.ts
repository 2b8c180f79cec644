import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { collections } from "@/db/schema/collections";
import { type CollectionFacts, mayManageCollection } from "@/lib/domain/collection/access";
import { together } from "@/lib/domain/collection/permission";
import type { CollectionId, OrganizationId } from "@/lib/domain/ids";
import { isManaged, permissionsOf } from "@/lib/operations/collection/internal/who-has";
import { assertAllowed } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { memberIdOf, type OrganizationPlace } from "@/lib/operations/organization/access";

/** A collection whose access is about to change, with what rules judge by. */
export type LockedCollection = CollectionFacts & { id: CollectionId };

/**
 * Locks those of the collections that this organization has, in one order.
 *
 * @param strength `update` where a collection is taken from somebody, which acts in it wait for; `no key update` where
 *   it stays with everybody who has it, so that a new item need not wait.
 */
export async function lockCollections(
  tx: Tx,
  place: OrganizationPlace,
  organizationId: OrganizationId,
  collectionIds: readonly CollectionId[],
  strength: "update" | "no key update",
): Promise<LockedCollection[]> {
  const wanted = and(
    eq(collections.organizationId, organizationId),
    eq(collections.type, "shared"),
    inArray(collections.id, [...collectionIds]),
  );
  await tx
    .select({ id: collections.id })
    .from(collections)
    .where(wanted)
    .orderBy(collections.id)
    .for(strength);
  // This is a statement of its own. A statement that waits for a lock sees the permissions as they were before
  // it waited.
  const found = await tx
    .select({
      id: collections.id,
      permissions: permissionsOf(memberIdOf(place), collections.id),
      isManaged: isManaged(collections.id),
    })
    .from(collections)
    .where(wanted)
    .orderBy(collections.id);
  return found.map(({ permissions, ...facts }) => ({ ...facts, permission: together(permissions) }));
}

/**
 * Locks collections of this organization that the actor may manage. If one of the ids is of another
 * organization, or of a collection that they may not manage, the whole is not found.
 *
 * @param strength as `lockCollections` has it.
 */
export async function lockManagedCollections(
  tx: Tx,
  place: OrganizationPlace,
  organizationId: OrganizationId,
  collectionIds: CollectionId[],
  strength: "update" | "no key update",
): Promise<void> {
  if (collectionIds.length === 0) return;
  const found = await lockCollections(tx, place, organizationId, collectionIds, strength);
  if (found.length !== collectionIds.length) throw new NotFound();
  for (const facts of found) assertAllowed(mayManageCollection(place, facts));
}
