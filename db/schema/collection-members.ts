import { foreignKey, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { collectionPermissions } from "@/lib/domain/collection/permission";
import type { CollectionId, OrganizationId, OrganizationMemberId } from "@/lib/domain/ids";
import { collections } from "./collections";
import { organizationMembers } from "./organization-members";

/** Who may do what in a collection. Both ends belong to the same organization, or the row cannot be. */
export const collectionMembers = pgTable(
  "collection_members",
  {
    organizationId: uuid().$type<OrganizationId>().notNull(),
    collectionId: uuid().$type<CollectionId>().notNull(),
    memberId: uuid().$type<OrganizationMemberId>().notNull(),
    permission: text({ enum: collectionPermissions }).notNull(),
  },
  (access) => [
    primaryKey({ columns: [access.memberId, access.collectionId] }),
    index("collection_members_of_collection").on(access.collectionId, access.permission, access.memberId),
    foreignKey({
      name: "collection_members_collection_of_same_organization",
      columns: [access.organizationId, access.collectionId],
      foreignColumns: [collections.organizationId, collections.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "collection_members_member_of_same_organization",
      columns: [access.organizationId, access.memberId],
      foreignColumns: [organizationMembers.organizationId, organizationMembers.id],
    }).onDelete("cascade"),
  ],
);
