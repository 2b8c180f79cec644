import { foreignKey, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { collectionPermissions } from "@/lib/domain/collection/permission";
import type { CollectionId, GroupId, OrganizationId } from "@/lib/domain/ids";
import { collections } from "./collections";
import { groups } from "./groups";

/** What a group's members may do in a collection. Both ends belong to the same organization, or the row cannot be. */
export const collectionGroups = pgTable(
  "collection_groups",
  {
    organizationId: uuid().$type<OrganizationId>().notNull(),
    collectionId: uuid().$type<CollectionId>().notNull(),
    groupId: uuid().$type<GroupId>().notNull(),
    permission: text({ enum: collectionPermissions }).notNull(),
  },
  (access) => [
    primaryKey({ columns: [access.groupId, access.collectionId] }),
    index("collection_groups_of_collection").on(access.collectionId, access.permission, access.groupId),
    foreignKey({
      name: "collection_groups_collection_of_same_organization",
      columns: [access.organizationId, access.collectionId],
      foreignColumns: [collections.organizationId, collections.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "collection_groups_group_of_same_organization",
      columns: [access.organizationId, access.groupId],
      foreignColumns: [groups.organizationId, groups.id],
    }).onDelete("cascade"),
  ],
);
