import { boolean, foreignKey, index, pgTable, unique, uuid } from "drizzle-orm/pg-core";
import type { CollectionId, OrganizationId, OrganizationMemberId } from "@/lib/domain/ids";
import { moment } from "./columns";
import { organizationMembers } from "./organization-members";

/**
 * What a member could read until it was taken from them, while they have a place. Whoever is removed later owes it as
 * well. The database writes what is taken from them or from their groups, and commands write the reach of a role.
 */
export const formerAccess = pgTable(
  "former_access",
  {
    organizationId: uuid().$type<OrganizationId>().notNull(),
    memberId: uuid().$type<OrganizationMemberId>().notNull(),
    /** Null for every collection, which their role had reached. The collection may have been deleted. */
    collectionId: uuid().$type<CollectionId>(),
    until: moment().notNull(),
    /** Of every collection: they had some, and so many were taken at once that these are not kept one by one. */
    isAtMost: boolean().notNull().default(false),
  },
  (access) => [
    unique("former_access_once").on(access.memberId, access.collectionId).nullsNotDistinct(),
    index("former_access_of_collection").on(access.collectionId),
    foreignKey({
      name: "former_access_member_of_same_organization",
      columns: [access.organizationId, access.memberId],
      foreignColumns: [organizationMembers.organizationId, organizationMembers.id],
    }).onDelete("cascade"),
  ],
);
