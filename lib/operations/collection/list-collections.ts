import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { ciphers } from "@/db/schema/ciphers";
import { collections } from "@/db/schema/collections";
import { itemCounts } from "@/db/schema/item-counts";
import { organizations } from "@/db/schema/organizations";
import {
  mayDeleteCollection,
  mayManageCollection,
  reachesAll,
  reachesUnassigned,
} from "@/lib/domain/collection/access";
import { ListCollections, unassignedCounted } from "@/lib/domain/collection/inputs";
import { together } from "@/lib/domain/collection/permission";
import { groupsWith } from "@/lib/operations/collection/internal/group-cells";
import { isListed } from "@/lib/operations/collection/internal/is-listed";
import { isManaged, membersGiven, permissionsOf } from "@/lib/operations/collection/internal/who-has";
import { defineKeyset } from "@/lib/operations/keyset";
import { inOrganization, memberIdOf, placeOf } from "@/lib/operations/organization/access";
import { defineQuery } from "@/lib/operations/query";

/** Names are sealed and cannot be searched here, so a page holds as many as hardly any organization has. */
const pageSize = 500;
/** Of more groups that have a collection, only the number is told. */
const namedGroups = 3;
const all = defineKeyset("collections", { age: [collections.createdAt, collections.id] }, pageSize);

/**
 * The organization's collections, oldest first, a page at a time, their names sealed, with what the actor may do in
 * each, and how many items are in none: at most one more than `unassignedCounted`. One statement.
 */
export const listCollections = defineQuery({
  name: "collection.list",
  input: ListCollections,
  access: inOrganization.read_collections,
  async read({ tx, input: { organizationId, cursor }, standing }) {
    const here = placeOf(standing);
    const { where, orderBy, limit, place, position, cut } = all.page({
      sort: "age",
      direction: "ascending",
      cursor,
    });
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
    const rows = await tx
      .select({
        unassigned: organization.unassigned,
        collection: { id: page.id, name: page.name, formerOwner: page.formerOwner, place: page.place },
        members: membersGiven(page.id),
        groups: groupsWith(page.id, namedGroups),
        isManaged: isManaged(page.id),
        items: sql<number>`coalesce(${itemCounts.items}, 0)`,
        assigned: permissionsOf(memberIdOf(here), page.id),
      })
      .from(organization)
      .leftJoin(page, sql`true`)
      .leftJoin(itemCounts, eq(itemCounts.collectionId, page.id))
      .orderBy(page.position);

    const [first] = rows;
    const reaches = reachesAll(here);
    const { rows: shown, next } = cut(
      rows.flatMap(({ collection, ...facts }) => (collection ? [{ ...collection, ...facts }] : [])),
    );
    return {
      /** Null for those who do not reach items in no collection. */
      unassigned: reachesUnassigned(here) ? (first?.unassigned ?? 0) : null,
      collections: shown.map(({ id, name, formerOwner, members, groups, isManaged, items, assigned }) => {
        const permission = together(assigned);
        return {
          id,
          name,
          /** The address of whom it was the own collection of, until they left. */
          formerOwner,
          members,
          groups,
          isManaged,
          items,
          permission: reaches ? ("manage" as const) : permission,
          mayManage: mayManageCollection(here, { permission, isManaged }).allowed,
          mayDelete: mayDeleteCollection(here, { permission, isManaged }).allowed,
        };
      }),
      next,
    };
  },
});

export type ListedCollections = Awaited<ReturnType<typeof listCollections.read>>;
export type ListedCollection = ListedCollections["collections"][number];
