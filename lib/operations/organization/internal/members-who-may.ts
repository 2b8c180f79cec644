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
  const byRole = inArray(organizationMembers.role, organizationRolesWith(permission));
  const words = customPermissionsWith(permission);
  if (words.length === 0) return byRole;
  const list = sql.join(
    words.map((word) => sql`${word}`),
    sql`, `,
  );
  return or(
    byRole,
    sql`(${organizationMembers.role} = 'custom' and ${organizationMembers.permissions} ?| array[${list}]::text[]
      and exists (select from ${organizations} as home where home.id = ${organizationMembers.organizationId}
        and 'custom_permissions' = any(home.features)))`,
  );
}
