import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ciphers } from "@/db/schema/ciphers";
import { collections } from "@/db/schema/collections";
import { itemCounts } from "@/db/schema/item-counts";
import { organizations } from "@/db/schema/organizations";
import { unassignedCounted } from "@/lib/domain/collection/inputs";
import type { OrganizationId, OrganizationMemberId } from "@/lib/domain/ids";
import { groupsWith } from "@/lib/operations/collection/internal/group-cells";
import { isListed } from "@/lib/operations/collection/internal/is-listed";
import { isManaged, membersGiven, permissionsOf } from "@/lib/operations/collection/internal/who-has";
import { defineKeyset } from "@/lib/operations/keyset";

/** Names are sealed and cannot be searched here, so a page holds as many as hardly any organization has. */
const pageSize = 500;
/** Of more groups that have a collection, only the number is told. */
const namedGroups = 3;
export const byAge = defineKeyset("collections", { age: [collections.createdAt, collections.id] }, pageSize);

/** A page of an organization's shared collections, with who has each and how many items are in none. One statement. */
export async function readPage(
  tx: Tx,
  organizationId: OrganizationId,
  memberId: OrganizationMemberId | null,
  { where, orderBy, limit, place, position }: ReturnType<typeof byAge.page>,
) {
  const page = tx
    .select({
      id: collections.id,
      name: collections.name,
      formerOwner: collections.formerOwner,
      place: place.as("place"),
      position: position.as("position"),
    })
    .from(collections)
    .where(and(eq(collections.organizationId, organizationId), eq(collections.type, "shared"), where))
    .orderBy(...orderBy)
    .limit(limit)
    .as("page");
  const unassigned = tx
    .select({ id: ciphers.id })
    .from(ciphers)
    .where(and(eq(ciphers.organizationId, organizationId), eq(ciphers.collections, 0), isListed))
    .limit(unassignedCounted + 1);
  // The limit keeps the planner from asking these once more for every collection of the page.
  const organization = tx
    .select({
      unassigned: sql<number>`(select count(*)::int from (${unassigned}) as found)`.as("unassigned"),
    })
    .from(organizations)
    .where(eq(organizations.id, organizationId))
    .limit(1)
    .as("organization");
  return tx
    .select({
      unassigned: organization.unassigned,
      collection: { id: page.id, name: page.name, formerOwner: page.formerOwner, place: page.place },
      members: membersGiven(page.id),
      groups: groupsWith(page.id, namedGroups),
      isManaged: isManaged(page.id),
      items: sql<number>`coalesce(${itemCounts.items}, 0)`,
      assigned: permissionsOf(memberId, page.id),
    })
    .from(organization)
    .leftJoin(page, sql`true`)
    .leftJoin(itemCounts, eq(itemCounts.collectionId, page.id))
    .orderBy(page.position);
}
