import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { collectionMembers } from "@/db/schema/collection-members";
import { collections } from "@/db/schema/collections";
import { organizations } from "@/db/schema/organizations";
import { mayManageCollection } from "@/lib/domain/collection/access";
import type { CollectionPermission } from "@/lib/domain/collection/permission";
import type { CollectionId, OrganizationId } from "@/lib/domain/ids";
import { assertAllowed } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { memberIdOf, type OrganizationPlace } from "@/lib/operations/organization/access";

/**
 * Collections of this organization that the actor may manage, locked. All or nothing: one id of another
 * organization, or one that they may not manage, answers for the whole as if it did not exist.
 */
export async function lockManagedCollections(
  tx: Tx,
  place: OrganizationPlace,
  organizationId: OrganizationId,
  collectionIds: CollectionId[],
) {
  if (collectionIds.length === 0) return [];
  const grants = sql`from ${collectionMembers} as given where given.collection_id = ${collections.id}`;
  const found = await tx
    .select({
      id: collections.id,
      adminsReachAll: organizations.allowAdminAccessToAllCollectionItems,
      permission: sql<CollectionPermission | null>`(select given.permission ${grants}
        and given.member_id = ${memberIdOf(place)}::uuid)`,
      managers: sql<number>`(select count(*)::int ${grants} and given.permission = 'manage')`,
    })
    .from(collections)
    .innerJoin(organizations, eq(organizations.id, collections.organizationId))
    .where(
      and(
        eq(collections.organizationId, organizationId),
        eq(collections.type, "shared"),
        inArray(collections.id, collectionIds),
      ),
    )
    .orderBy(collections.id)
    .for("update", { of: collections });
  if (found.length !== collectionIds.length) throw new NotFound();
  for (const collection of found) assertAllowed(mayManageCollection(place, collection));
  return found;
}
