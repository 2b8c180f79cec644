import "server-only";
import { inArray, or, type SQL, sql } from "drizzle-orm";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import {
  customPermissionsWith,
  type OrganizationPermission,
  organizationRolesWith,
} from "@/lib/domain/organization/permissions";

/**
 * The members of a statement whose role has a permission: owners and admins by the table of roles, and those with a
 * custom role that was given it, while their organization has custom roles. Their status is not looked at.
 */
export function membersWhoMay(permission: OrganizationPermission): SQL | undefined {
  return or(
    inArray(organizationMembers.role, organizationRolesWith(permission)),
    customMembersWhoMay(permission),
  );
}

/** Those of them alone whose role is a custom one. */
export function customMembersWhoMay(permission: OrganizationPermission): SQL | undefined {
  const words = customPermissionsWith(permission);
  if (words.length === 0) return;
  const list = sql.join(
    words.map((word) => sql`${word}`),
    sql`, `,
  );
  return sql`(${organizationMembers.role} = 'custom' and ${organizationMembers.permissions} ?| array[${list}]::text[]
      and exists (select from ${organizations} as home where home.id = ${organizationMembers.organizationId}
        and 'custom_permissions' = any(home.features)))`;
}

/** Those who reach every item by their role: of owners and admins, where the switch of their organization lets them. */
export function membersReachingAll(): SQL {
  const permission = "edit_any_collection";
  return sql`(${customMembersWhoMay(permission)}
    or ${inArray(organizationMembers.role, organizationRolesWith(permission))}
      and exists (select from ${organizations} as home where home.id = ${organizationMembers.organizationId}
        and home.allow_admin_access_to_all_collection_items))`;
}
