import "server-only";
import { and, eq } from "drizzle-orm";
import { collections } from "@/db/schema/collections";
import { groups } from "@/db/schema/groups";
import { organizationMembers } from "@/db/schema/organization-members";
import { reachOfRole } from "@/lib/domain/collection/access";
import { MemberAccess } from "@/lib/domain/group/inputs";
import { accessOfMembers } from "@/lib/operations/collection/internal/who-has";
import { NotFound } from "@/lib/operations/errors";
import { inOrganization, placeOf } from "@/lib/operations/organization/access";
import { defineQuery } from "@/lib/operations/query";

/**
 * What a member has in the end: each collection once for each way in which they have it, with the group's name, and
 * whether their role reaches all without being given them.
 */
export const getMemberAccess = defineQuery({
  name: "group.get_member_access",
  input: MemberAccess,
  access: inOrganization.read_groups,
  async read({ tx, input: { organizationId, memberId }, standing }) {
    const [member] = await tx
      .select({
        role: organizationMembers.role,
        permissions: organizationMembers.permissions,
      })
      .from(organizationMembers)
      .where(
        and(eq(organizationMembers.organizationId, organizationId), eq(organizationMembers.id, memberId)),
      );
    if (!member) throw new NotFound();
    const access = accessOfMembers(tx, [memberId]);
    const ways = await tx
      .select({ collectionId: access.collectionId, permission: access.permission, group: groups.name })
      .from(access)
      .innerJoin(collections, and(eq(collections.id, access.collectionId), eq(collections.type, "shared")))
      .leftJoin(groups, eq(groups.id, access.groupId));
    return { reachesAll: reachOfRole(placeOf(standing), { memberId, ...member }) === "all", ways };
  },
});

export type ResultOfAccess = Awaited<ReturnType<typeof getMemberAccess.read>>;
export type MemberWays = ResultOfAccess["ways"];
