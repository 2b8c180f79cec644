import { sql } from "drizzle-orm";
import { pgView, text, uuid } from "drizzle-orm/pg-core";
import { collectionPermissions } from "@/lib/domain/collection/permission";
import type { CollectionId, GroupId, OrganizationId, OrganizationMemberId, UserId } from "@/lib/domain/ids";
import { organizationMemberStatuses } from "@/lib/domain/organization/member";
import { collectionGroups } from "./collection-groups";
import { collectionMembers } from "./collection-members";
import { groupMembers } from "./group-members";
import { organizationMembers } from "./organization-members";

/**
 * Who has which collection, and with which permission: one row for each way in which a member has it. Whoever was
 * given a collection by name has it in that way alone; otherwise there is a row for each group through which they
 * have it (protocol chapter 9.1). The outer joins cost nothing where neither the account nor the status is asked for.
 */
export const collectionAccess = pgView("collection_access", {
  organizationId: uuid("organization_id").$type<OrganizationId>().notNull(),
  collectionId: uuid("collection_id").$type<CollectionId>().notNull(),
  memberId: uuid("member_id").$type<OrganizationMemberId>().notNull(),
  /** Through which group; null where it was given by name. */
  groupId: uuid("group_id").$type<GroupId>(),
  /** The member's account; null as long as they are invited. */
  userId: uuid("user_id").$type<UserId>(),
  memberStatus: text("member_status", { enum: organizationMemberStatuses }).notNull(),
  permission: text("permission", { enum: collectionPermissions }).notNull(),
}).as(
  sql`select given.organization_id, given.collection_id, given.member_id, null::uuid as group_id, member.user_id,
      member.status as member_status, given.permission
    from ${collectionMembers} as given
    left join ${organizationMembers} as member on member.id = given.member_id
    union all
    select shared.organization_id, shared.collection_id, belonging.member_id, shared.group_id, member.user_id,
      member.status as member_status, shared.permission
    from ${collectionGroups} as shared
    join ${groupMembers} as belonging on belonging.group_id = shared.group_id
    left join ${organizationMembers} as member on member.id = belonging.member_id
    where not exists (select from ${collectionMembers} as given
      where given.member_id = belonging.member_id and given.collection_id = shared.collection_id)`,
);
