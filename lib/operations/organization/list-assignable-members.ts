import "server-only";
import { and, eq, ne, sql } from "drizzle-orm";
import { organizationMembers } from "@/db/schema/organization-members";
import { users } from "@/db/schema/users";
import { OrganizationTarget } from "@/lib/domain/organization/inputs";
import { inOrganization } from "@/lib/operations/organization/access";
import { isOfProvider } from "@/lib/operations/organization/team-of-provider";
import { defineQuery } from "@/lib/operations/query";

/** Everybody who can be given a collection, invited people included, by address: whoever is missing could not be. */
export const listAssignableMembers = defineQuery({
  name: "organization.list_assignable_members",
  input: OrganizationTarget,
  access: inOrganization.read_members,
  read({ tx, input: { organizationId } }) {
    const email = sql<string>`coalesce(${users.email}, ${organizationMembers.email}, '')`;
    return tx
      .select({
        id: organizationMembers.id,
        userId: organizationMembers.userId,
        name: users.name,
        email,
        ofProvider: isOfProvider,
      })
      .from(organizationMembers)
      .leftJoin(users, eq(users.id, organizationMembers.userId))
      .where(
        and(
          eq(organizationMembers.organizationId, organizationId),
          ne(organizationMembers.status, "revoked"),
        ),
      )
      .orderBy(email, organizationMembers.id);
  },
});

export type AssignableMember = Awaited<ReturnType<typeof listAssignableMembers.read>>[number];
