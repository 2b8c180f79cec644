import { all, allow, type Decision, refuse } from "@/lib/domain/decision";
import {
  mayManageRole,
  type OrganizationRole,
  type OrganizationStanding,
  organizationRoles,
  ownPermissions,
} from "@/lib/domain/organization/member";
import {
  type CustomPermission,
  customPermissions,
  permissionsOfRole,
} from "@/lib/domain/organization/permissions";

/** A role, with the permissions that the custom one has. */
export type RoleWith = { role: OrganizationRole; permissions: readonly CustomPermission[] };

/** Whether a role is given permissions one by one. */
export const takesPermissions = (role: string): boolean => role === "custom";

/** The permissions that are in one list and not in the other. */
const beyond = (some: readonly CustomPermission[], others: readonly CustomPermission[]) =>
  some.filter((permission) => !others.includes(permission));

/** Whether these are the same role with the same permissions. */
export const isSameRole = (one: RoleWith, other: RoleWith): boolean =>
  one.role === other.role &&
  beyond(one.permissions, other.permissions).length === 0 &&
  beyond(other.permissions, one.permissions).length === 0;

/** Whether the second has a permission of the custom role that the first has not. */
export const gainsPermissions = (from: RoleWith, to: RoleWith): boolean =>
  beyond(to.permissions, from.permissions).length > 0;

/** Whether somebody with the first role could do something that the second does not include. */
export const losesByRole = (from: RoleWith, to: RoleWith): boolean =>
  permissionsOfRole[from.role].some((permission) => !permissionsOfRole[to.role].includes(permission)) ||
  (permissionsOfRole[to.role] === permissionsOfRole.custom && gainsPermissions(to, from));

/**
 * Whether somebody may give or take these permissions of the custom role. The organization has to have bought it, and
 * whoever has a custom role themselves changes nothing that they do not have. Protocol chapter 8.3.
 */
export function mayGrant(standing: OrganizationStanding, from: RoleWith | null, to: RoleWith): Decision {
  const has = ownPermissions(standing);
  const before = from?.permissions ?? [];
  const changed = [...beyond(to.permissions, before), ...beyond(before, to.permissions)];
  return all(
    takesPermissions(to.role) && !standing?.features.includes("custom_permissions")
      ? refuse("not_in_plan")
      : allow,
    has && beyond(changed, has).length > 0 ? refuse("only_own_permissions") : allow,
  );
}

/** Which roles, and which permissions of the custom one, somebody can be offered to give. */
export const givableIn = (standing: OrganizationStanding) => ({
  roles: organizationRoles.filter(
    (role) => all(mayManageRole(standing, role), mayGrant(standing, null, { role, permissions: [] })).allowed,
  ),
  permissions: customPermissions.filter(
    (permission) => mayGrant(standing, null, { role: "custom", permissions: [permission] }).allowed,
  ),
});
