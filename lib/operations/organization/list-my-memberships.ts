import "server-only";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { personOf, signedIn } from "@/lib/operations/account/access";
import { defineQuery } from "@/lib/operations/query";

/** The organizations that somebody is a confirmed member of, by name, with their role in each. */
export const listMyMemberships = defineQuery({
  name: "organization.list_my_memberships",
  worksWithTemporaryPassword: true,
  input: z.object({}),
  access: signedIn,
  read: ({ tx, actor }) =>
    tx
      .select({ organizationId: organizations.id, name: organizations.name, role: organizationMembers.role })
      .from(organizationMembers)
      .innerJoin(organizations, eq(organizations.id, organizationMembers.organizationId))
      .where(
        and(eq(organizationMembers.userId, personOf(actor)), eq(organizationMembers.status, "confirmed")),
      )
      .orderBy(organizations.sortName, organizations.id),
});

export type Membership = Awaited<ReturnType<typeof listMyMemberships.read>>[number];
