import "server-only";
import { and, eq } from "drizzle-orm";
import { collections } from "@/db/schema/collections";
import { groups } from "@/db/schema/groups";
import { organizationMembers } from "@/db/schema/organization-members";
import { MemberAccess } from "@/lib/domain/group/inputs";
import { accessOfMembers } from "@/lib/operations/collection/internal/who-has";
import { NotFound } from "@/lib/operations/errors";
import { inOrganization } from "@/lib/operations/organization/access";
import { defineQuery } from "@/lib/operations/query";

/** What a member has in the end: each collection once for each way in which they have it, with the group's name. */
export const getMemberAccess = defineQuery({
  name: "group.get_member_access",
  input: MemberAccess,
  access: inOrganization.read_groups,
  async read({ tx, input: { organizationId, memberId } }) {
    const [member] = await tx
      .select({ id: organizationMembers.id })
      .from(organizationMembers)
      .where(
        and(eq(organizationMembers.organizationId, organizationId), eq(organizationMembers.id, memberId)),
      );
    if (!member) throw new NotFound();
    const access = accessOfMembers(tx, [memberId]);
    return tx
      .select({ collectionId: access.collectionId, permission: access.permission, group: groups.name })
      .from(access)
      .innerJoin(collections, and(eq(collections.id, access.collectionId), eq(collections.type, "shared")))
      .leftJoin(groups, eq(groups.id, access.groupId));
  },
});

export type MemberWays = Awaited<ReturnType<typeof getMemberAccess.read>>;
