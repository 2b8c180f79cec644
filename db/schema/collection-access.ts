import { sql } from "drizzle-orm";
import { pgView, text, uuid } from "drizzle-orm/pg-core";
import { collectionPermissions } from "@/lib/domain/collection/permission";
import type { CollectionId, OrganizationId, OrganizationMemberId, UserId } from "@/lib/domain/ids";
import { organizationMemberStatuses } from "@/lib/domain/organization/member";
import { collectionMembers } from "./collection-members";
import { organizationMembers } from "./organization-members";

/**
 * Who has which collection, and with which permission: one row for each way in which a member has it. The
 * outer join costs nothing where neither the account nor the status is asked for.
 */
export const collectionAccess = pgView("collection_access", {
  organizationId: uuid("organization_id").$type<OrganizationId>().notNull(),
  collectionId: uuid("collection_id").$type<CollectionId>().notNull(),
  memberId: uuid("member_id").$type<OrganizationMemberId>().notNull(),
  /** The member's account; null as long as they are invited. */
  userId: uuid("user_id").$type<UserId>(),
  memberStatus: text("member_status", { enum: organizationMemberStatuses }).notNull(),
  permission: text("permission", { enum: collectionPermissions }).notNull(),
}).as(
  sql`select given.organization_id, given.collection_id, given.member_id, member.user_id,
      member.status as member_status, given.permission
    from ${collectionMembers} as given
    left join ${organizationMembers} as member on member.id = given.member_id`,
);
