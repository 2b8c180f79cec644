import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { collections } from "@/db/schema/collections";
import { organizations } from "@/db/schema/organizations";
import { mayManageCollection, reachesAll } from "@/lib/domain/collection/access";
import { together } from "@/lib/domain/collection/permission";
import { OrganizationTarget } from "@/lib/domain/organization/inputs";
import { managersOf, membersWith, permissionsOf } from "@/lib/operations/collection/who-has";
import { inOrganization, memberIdOf, placeOf } from "@/lib/operations/organization/access";
import { defineQuery } from "@/lib/operations/query";

/**
 * The organization's collections, oldest first, their names sealed, with what the actor may do in each, and
 * how many items are in none. One statement.
 */
export const listCollections = defineQuery({
  name: "collection.list",
  input: OrganizationTarget,
  access: inOrganization.read_collections,
  async read({ tx, input: { organizationId }, standing }) {
    const place = placeOf(standing);
    const rows = await tx
      .select({
        adminsReachAll: organizations.allowAdminAccessToAllCollectionItems,
        unassigned: sql<number>`(select count(*)::int from ciphers as item
          where item.organization_id = ${organizations.id} and item.deleted_at is null
            and not exists (select from collection_ciphers as entry where entry.cipher_id = item.id))`,
        collection: { id: collections.id, name: collections.name },
        members: membersWith(collections.id),
        managers: managersOf(collections.id),
        items: sql<number>`(select count(*)::int from collection_ciphers as entry
          join ciphers as item on item.id = entry.cipher_id
          where entry.collection_id = ${collections.id} and item.deleted_at is null)`,
        assigned: permissionsOf(memberIdOf(place), collections.id),
      })
      .from(organizations)
      .leftJoin(
        collections,
        and(eq(collections.organizationId, organizations.id), eq(collections.type, "shared")),
      )
      .where(eq(organizations.id, organizationId))
      .orderBy(collections.createdAt, collections.id);

    const [first] = rows;
    const all = reachesAll(place, first?.adminsReachAll ?? false);
    return {
      unassigned: all ? (first?.unassigned ?? 0) : 0,
      collections: rows.flatMap(({ collection, members, managers, items, assigned, adminsReachAll }) => {
        if (!collection) return [];
        const permission = together(assigned);
        return {
          ...collection,
          members,
          managers,
          items,
          permission: all ? ("manage" as const) : permission,
          mayManage: mayManageCollection(place, { adminsReachAll, permission, managers }).allowed,
        };
      }),
    };
  },
});

export type ListedCollections = Awaited<ReturnType<typeof listCollections.read>>;
export type ListedCollection = ListedCollections["collections"][number];
