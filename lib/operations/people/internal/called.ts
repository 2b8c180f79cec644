import "server-only";
import { and, eq, type SQLWrapper, sql } from "drizzle-orm";
import { formerMembers } from "@/db/schema/former-members";
import { users } from "@/db/schema/users";

/** Joins what somebody was called as they left a tenant, where they have; beside it stands a join of their account. */
export const asTheyLeft = (userId: SQLWrapper, tenant: SQLWrapper) =>
  and(eq(formerMembers.userId, userId), eq(formerMembers.log, tenant));

/**
 * What somebody is called in a tenant: what their account says, and of somebody who has left, what they were called
 * then. Null for an account that is gone.
 */
export const called = {
  name: sql<
    string | null
  >`case when ${formerMembers.userId} is null then ${users.name} else ${formerMembers.name} end`,
  email: sql<string | null>`coalesce(${formerMembers.email}, ${users.email})`,
};
