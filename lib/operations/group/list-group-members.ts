import "server-only";
import { and, eq } from "drizzle-orm";
import { groupMembers } from "@/db/schema/group-members";
import { groups } from "@/db/schema/groups";
import { organizationMembers } from "@/db/schema/organization-members";
import { ListGroupMembers } from "@/lib/domain/group/inputs";
import { NotFound } from "@/lib/operations/errors";
import { isOfProvider } from "@/lib/operations/is-in-team";
import { defineKeyset, holding } from "@/lib/operations/keyset";
import { inOrganization } from "@/lib/operations/organization/access";
import { defineQuery } from "@/lib/operations/query";

const all = defineKeyset("group members", { name: [organizationMembers.sortName, organizationMembers.id] });

/** Who is in a group, by name, a page at a time. */
export const listGroupMembers = defineQuery({
  name: "group.list_members",
  input: ListGroupMembers,
  access: inOrganization.read_groups,
  async read({ tx, input }) {
    const { organizationId, groupId, search } = input;
    const [group] = await tx
      .select({ name: groups.name })
      .from(groups)
      .where(and(eq(groups.organizationId, organizationId), eq(groups.id, groupId)));
    if (!group) throw new NotFound();
    const { where, orderBy, limit, place, cut } = all.page(input);
    const rows = await tx
      .select({
        id: organizationMembers.id,
        userId: organizationMembers.userId,
        name: organizationMembers.name,
        email: organizationMembers.address,
        status: organizationMembers.status,
        ofProvider: isOfProvider,
        place,
      })
      .from(groupMembers)
      .innerJoin(organizationMembers, eq(organizationMembers.id, groupMembers.memberId))
      .where(
        and(
          eq(groupMembers.groupId, groupId),
          // The same as the join says, and what lets a large group be read in the order of the members' index.
          eq(organizationMembers.organizationId, organizationId),
          holding(search, organizationMembers.sortName, organizationMembers.address),
          where,
        ),
      )
      .orderBy(...orderBy)
      .limit(limit);
    const { rows: shown, next } = cut(rows);
    return { members: shown, next };
  },
});

export type GroupMembersPage = Awaited<ReturnType<typeof listGroupMembers.read>>;
