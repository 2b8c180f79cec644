import { foreignKey, index, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import type { GroupId, OrganizationId, OrganizationMemberId } from "@/lib/domain/ids";
import { groups } from "./groups";
import { organizationMembers } from "./organization-members";

/** Who is in a group. Both ends belong to the same organization, or the row cannot be. */
export const groupMembers = pgTable(
  "group_members",
  {
    organizationId: uuid().$type<OrganizationId>().notNull(),
    groupId: uuid().$type<GroupId>().notNull(),
    memberId: uuid().$type<OrganizationMemberId>().notNull(),
  },
  (row) => [
    primaryKey({ columns: [row.groupId, row.memberId] }),
    index("group_members_of_member").on(row.memberId, row.groupId),
    foreignKey({
      name: "group_members_group_of_same_organization",
      columns: [row.organizationId, row.groupId],
      foreignColumns: [groups.organizationId, groups.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "group_members_member_of_same_organization",
      columns: [row.organizationId, row.memberId],
      foreignColumns: [organizationMembers.organizationId, organizationMembers.id],
    }).onDelete("cascade"),
  ],
);
