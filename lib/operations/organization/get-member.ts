import "server-only";
import { and, eq } from "drizzle-orm";
import { organizationMembers } from "@/db/schema/organization-members";
import { MemberTarget } from "@/lib/domain/organization/inputs";
import { mayInOrganization, mayManageRole } from "@/lib/domain/organization/member";
import type { OrganizationPermission } from "@/lib/domain/organization/permissions";
import { personOf } from "@/lib/operations/account/access";
import { grantsOfMember } from "@/lib/operations/collection/internal/grants";
import { NotFound } from "@/lib/operations/errors";
import { groupsOfMember } from "@/lib/operations/group/internal/belonging";
import { inOrganization, placeOf } from "@/lib/operations/organization/access";
import { defineQuery } from "@/lib/operations/query";

/**
 * One member, as the drawer that edits them shows: role, groups, and the collections given by name, each as far as the
 * actor may know of it, and what the actor may change.
 */
export const getOrganizationMember = defineQuery({
  name: "organization.get_member",
  input: MemberTarget,
  access: inOrganization.read_members,
  async read({ tx, actor, input: { organizationId, memberId }, standing }) {
    const place = placeOf(standing);
    const [member] = await tx
      .select({
        id: organizationMembers.id,
        userId: organizationMembers.userId,
        name: organizationMembers.name,
        email: organizationMembers.address,
        role: organizationMembers.role,
        permissions: organizationMembers.permissions,
        status: organizationMembers.status,
      })
      .from(organizationMembers)
      .where(
        and(eq(organizationMembers.organizationId, organizationId), eq(organizationMembers.id, memberId)),
      );
    if (!member) throw new NotFound();
    const may = (permission: OrganizationPermission) => mayInOrganization(permission, place);
    // Whoever is revoked keeps what they have until they are restored.
    const isEditable = member.status !== "revoked" && mayManageRole(place, member.role).allowed;
    const changes = (permission: OrganizationPermission) => isEditable && may(permission).allowed;
    return {
      ...member,
      permissions: member.permissions ?? [],
      isYou: member.userId === personOf(actor),
      groups: may("read_groups").allowed ? await groupsOfMember(tx, memberId) : null,
      grants: may("read_collections").allowed ? await grantsOfMember(tx, { organizationId, memberId }) : null,
      may: {
        role: changes("change_member_roles"),
        groups: changes("manage_groups"),
        collections: changes("edit_any_collection"),
      },
    };
  },
});

export type OrganizationMember = Awaited<ReturnType<typeof getOrganizationMember.read>>;
