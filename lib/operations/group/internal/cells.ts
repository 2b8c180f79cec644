import "server-only";
import { and, asc, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { collectionGroups } from "@/db/schema/collection-groups";
import { collections } from "@/db/schema/collections";
import type { CollectionFacts } from "@/lib/domain/collection/access";
import { together } from "@/lib/domain/collection/permission";
import type { GroupId, OrganizationId } from "@/lib/domain/ids";
import { isManaged, permissionsOf } from "@/lib/operations/collection/internal/who-has";
import { memberIdOf, type OrganizationPlace } from "@/lib/operations/organization/access";

// Answers which collections groups were given. `collection/internal/group-cells.ts` writes that, and answers which groups
// a collection was given to. What somebody has in the end is asked of `who-has.ts`.

const ofOrganization = (organizationId: OrganizationId, groupIds: readonly GroupId[]) =>
  and(eq(collectionGroups.organizationId, organizationId), inArray(collectionGroups.groupId, [...groupIds]));

/** What groups may do in collections. */
export const cellsOf = (tx: Tx, organizationId: OrganizationId, groupIds: readonly GroupId[]) =>
  tx
    .select({
      groupId: collectionGroups.groupId,
      collectionId: collectionGroups.collectionId,
      permission: collectionGroups.permission,
    })
    .from(collectionGroups)
    .where(ofOrganization(organizationId, groupIds));

/**
 * By what rules judge who may give the collections of groups to others: one row for each collection that each of them
 * has.
 */
export async function factsOfCollections(
  tx: Tx,
  place: OrganizationPlace,
  organizationId: OrganizationId,
  groupIds: readonly GroupId[],
): Promise<CollectionFacts[]> {
  const found = await tx
    .select({
      permissions: permissionsOf(memberIdOf(place), collectionGroups.collectionId),
      isManaged: isManaged(collectionGroups.collectionId),
    })
    .from(collectionGroups)
    .where(ofOrganization(organizationId, groupIds));
  return found.map(({ permissions, ...facts }) => ({ ...facts, permission: together(permissions) }));
}

/** Holds the collections that groups have, because somebody loses them: what is done in them waits, or was first. */
export const holdCollectionsOfGroups = (
  tx: Tx,
  organizationId: OrganizationId,
  groupIds: readonly GroupId[],
) =>
  tx
    .select({ id: collections.id })
    .from(collections)
    .where(
      inArray(
        collections.id,
        tx
          .select({ id: collectionGroups.collectionId })
          .from(collectionGroups)
          .where(ofOrganization(organizationId, groupIds)),
      ),
    )
    .orderBy(asc(collections.id))
    .for("update");
