import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { collections } from "@/db/schema/collections";
import { organizations } from "@/db/schema/organizations";
import type { CollectionId, OrganizationId } from "@/lib/domain/ids";
import { permissionsOf } from "@/lib/operations/collection/internal/who-has";
import { NotFound } from "@/lib/operations/errors";
import { memberIdOf, type OrganizationPlace } from "@/lib/operations/organization/access";

/**
 * A collection whose items are asked for, or null for the items in none, and what rules judge each of them by,
 * where it is in no other collection.
 *
 * @throws {NotFound} when the organization has no such collection, or it is a member's own.
 */
export async function factsOfList(
  tx: Tx,
  place: OrganizationPlace,
  organizationId: OrganizationId,
  collectionId: CollectionId | null,
) {
  const [facts] = await tx
    .select({
      collection: { id: collections.id, name: collections.name, formerOwner: collections.formerOwner },
      permissions: permissionsOf(memberIdOf(place), collections.id),
    })
    .from(organizations)
    .leftJoin(
      collections,
      and(
        eq(collections.organizationId, organizations.id),
        eq(collections.type, "shared"),
        sql`${collections.id} = ${collectionId}::uuid`,
      ),
    )
    .where(eq(organizations.id, organizationId));
  if (!facts || (collectionId && !facts.collection)) throw new NotFound();
  const { collection, ...judged } = facts;
  return {
    collection,
    item: { owner: "organization" as const, standing: place, ...judged, isUnassigned: collectionId === null },
  };
}
