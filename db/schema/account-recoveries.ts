import { sql } from "drizzle-orm";
import { boolean, check, foreignKey, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { OrganizationId, OrganizationMemberId, UserId } from "@/lib/domain/ids";
import { organizationRoles } from "@/lib/domain/organization/member";
import { moment } from "./columns";
import { organizationMembers } from "./organization-members";

/**
 * Somebody has asked to set a temporary master password for a member, and it waits: for an owner's approval, for the
 * time that the organization has chosen, or for both. Once it is done, the row goes.
 */
export const accountRecoveries = pgTable(
  "account_recoveries",
  {
    organizationId: uuid().$type<OrganizationId>().notNull(),
    memberId: uuid().$type<OrganizationMemberId>().notNull(),
    askedBy: uuid().$type<UserId>().notNull(),
    askedAt: moment().notNull(),
    /** Asked by the provider's people, for whom an owner has to approve. */
    forProvider: boolean().notNull(),
    /** What the member was when it was asked for. For another role it has to be asked for anew. */
    memberRole: text({ enum: organizationRoles }).notNull(),
    approvedBy: uuid().$type<UserId>(),
    approvedAt: moment(),
    /** From when on it may be done. */
    readyAt: moment().notNull(),
  },
  (recovery) => [
    primaryKey({ columns: [recovery.organizationId, recovery.memberId] }),
    foreignKey({
      name: "account_recoveries_of_a_member",
      columns: [recovery.organizationId, recovery.memberId],
      foreignColumns: [organizationMembers.organizationId, organizationMembers.id],
    }).onDelete("cascade"),
    check(
      "account_recoveries_approved_by_somebody",
      sql`(${recovery.approvedBy} is null) = (${recovery.approvedAt} is null)`,
    ),
  ],
);
