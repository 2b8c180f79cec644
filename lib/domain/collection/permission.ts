import type { OrganizationRole } from "@/lib/domain/organization/member";

/** What an assignment to a collection allows, in the order it is offered. Protocol chapter 9.1. */
export const collectionPermissions = ["view", "view_hidden", "edit", "edit_hidden", "manage"] as const;
export type CollectionPermission = (typeof collectionPermissions)[number];

/** The three flags of the wire for each permission; `manage` excludes the other two. */
export const permissionFlags: Record<
  CollectionPermission,
  { readOnly: boolean; hidePasswords: boolean; manage: boolean }
> = {
  view: { readOnly: true, hidePasswords: false, manage: false },
  view_hidden: { readOnly: true, hidePasswords: true, manage: false },
  edit: { readOnly: false, hidePasswords: false, manage: false },
  edit_hidden: { readOnly: false, hidePasswords: true, manage: false },
  manage: { readOnly: false, hidePasswords: false, manage: true },
};

export const mayEditItems = (permission: CollectionPermission) => !permissionFlags[permission].readOnly;
export const mayViewPasswords = (permission: CollectionPermission) =>
  !permissionFlags[permission].hidePasswords;

/**
 * What somebody is offered first when they are given a collection. Owners look after the organization, so theirs is
 * the permission with which they can.
 */
export const usualPermission = (role: OrganizationRole): CollectionPermission =>
  role === "owner" ? "manage" : "edit";

/** What several assignments to one collection allow together: each flag as the most generous has it. */
export function together(permissions: readonly CollectionPermission[]): CollectionPermission | null {
  if (permissions.length === 0) return null;
  if (permissions.includes("manage")) return "manage";
  const kind = permissions.some(mayEditItems) ? "edit" : "view";
  return permissions.some(mayViewPasswords) ? kind : `${kind}_hidden`;
}
