import "server-only";
import { and, eq, ne } from "drizzle-orm";
import { organizationMembers } from "@/db/schema/organization-members";
import { mayPickMembers } from "@/lib/domain/collection/access";
import { ListAssignableMembers } from "@/lib/domain/organization/inputs";
import { managesOne } from "@/lib/operations/collection/internal/who-has";
import { assertAllowed } from "@/lib/operations/command";
import { isOfProvider } from "@/lib/operations/is-in-team";
import { holding } from "@/lib/operations/keyset";
import { inOrganization, memberIdOf, placeOf } from "@/lib/operations/organization/access";
import { defineQuery } from "@/lib/operations/query";

/** As many as a person looks through in a picker. Whoever is not among them is found by searching. */
const offered = 200;

/** Whom a collection can be given to, invited people included, by name: the first of those who are searched for. */
export const listAssignableMembers = defineQuery({
  name: "organization.list_assignable_members",
  input: ListAssignableMembers,
  access: inOrganization.keep_given_collections,
  async read({ tx, input: { organizationId, search }, standing }) {
    const place = placeOf(standing);
    assertAllowed(mayPickMembers(place, await managesOne(tx, memberIdOf(place))));
    const found = await tx
      .select({
        id: organizationMembers.id,
        userId: organizationMembers.userId,
        name: organizationMembers.name,
        email: organizationMembers.address,
        role: organizationMembers.role,
        status: organizationMembers.status,
        ofProvider: isOfProvider,
      })
      .from(organizationMembers)
      .where(
        and(
          eq(organizationMembers.organizationId, organizationId),
          ne(organizationMembers.status, "revoked"),
          holding(search, organizationMembers.sortName, organizationMembers.address),
        ),
      )
      .orderBy(organizationMembers.sortName, organizationMembers.id)
      .limit(offered + 1);
    return { members: found.slice(0, offered), areMore: found.length > offered };
  },
});

export type AssignableMembers = Awaited<ReturnType<typeof listAssignableMembers.read>>;
export type AssignableMember = AssignableMembers["members"][number];
