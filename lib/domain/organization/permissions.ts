import type { OrganizationRole, ProviderAccess } from "@/lib/domain/organization/member";
import type { Feature } from "@/lib/domain/organization/plans";

/** What can be done in an organization, as the rules name it. One access per permission (organization/access.ts). */
export const organizationPermissions = [
  "be_there",
  "open_console",
  "read_members",
  "pick_members",
  "invite_members",
  "confirm_members",
  "change_member_roles",
  "remove_members",
  "revoke_members",
  "manage_owners",
  "answer_provider",
  "read_collections",
  "keep_given_collections",
  "create_collections",
  "edit_any_collection",
  "delete_any_collection",
  "read_groups",
  "manage_groups",
  "use_items",
  "export_items",
  "import_items",
  "read_events",
  "read_reports",
  "manage_settings",
  "manage_api_key",
  "delete_organization",
  "set_provider_access",
  "choose_provider",
  "read_visits",
  "rotate_key",
  "recover_accounts",
  "read_policies",
  "manage_policies",
] as const;
export type OrganizationPermission = (typeof organizationPermissions)[number];

const everything = organizationPermissions;
const without = (...kept: readonly OrganizationPermission[]) =>
  everything.filter((permission) => !kept.includes(permission));

/** Nobody on the provider's side takes a client's items along as a file, also not from a member's place. */
export const keptFromProvidersSide: readonly OrganizationPermission[] = ["export_items"];

/** What the owners of a client decide and see about its provider is none of the provider's either. */
const keptFromProvider = [
  ...keptFromProvidersSide,
  "answer_provider",
  "set_provider_access",
  "choose_provider",
  "read_visits",
  "delete_organization",
] as const;

/** What every member may do: whatever they were given is judged one by one, elsewhere. */
const plain = ["be_there", "keep_given_collections"] as const;

/** What each role may do. Items and collections that a plain member was given are judged one by one, elsewhere. */
export const permissionsOfRole: Record<OrganizationRole, readonly OrganizationPermission[]> = {
  owner: everything,
  admin: without(
    "manage_owners",
    "answer_provider",
    "manage_settings",
    "manage_api_key",
    "delete_organization",
    "set_provider_access",
    "choose_provider",
    "read_visits",
    "rotate_key",
  ),
  user: plain,
  custom: plain,
};

/**
 * What the custom role can be given, as words. Protocol chapter 8.3. Those without a page or command yet can be given
 * already, and open nothing until there is one.
 */
export const customPermissions = [
  "event_logs",
  "import_export",
  "reports",
  "create_collections",
  "edit_any_collection",
  "delete_any_collection",
  "manage_groups",
  "manage_policies",
  "manage_sso",
  "manage_users",
  "manage_account_recovery",
  "manage_scim",
] as const;
export type CustomPermission = (typeof customPermissions)[number];

/** What each of them is called on the wire. */
export const customPermissionOnWire = {
  event_logs: "accessEventLogs",
  import_export: "accessImportExport",
  reports: "accessReports",
  create_collections: "createNewCollections",
  edit_any_collection: "editAnyCollection",
  delete_any_collection: "deleteAnyCollection",
  manage_groups: "manageGroups",
  manage_policies: "managePolicies",
  manage_sso: "manageSso",
  manage_users: "manageUsers",
  manage_account_recovery: "manageResetPassword",
  manage_scim: "manageScim",
} as const satisfies Record<CustomPermission, string>;

/** What each of them lets somebody do, beside what every member may. */
export const permissionsOfCustom: Record<CustomPermission, readonly OrganizationPermission[]> = {
  event_logs: ["open_console", "read_events"],
  import_export: ["open_console", "export_items", "import_items"],
  reports: ["open_console", "read_reports"],
  create_collections: ["create_collections"],
  edit_any_collection: [
    "open_console",
    "read_collections",
    "edit_any_collection",
    "use_items",
    "pick_members",
  ],
  delete_any_collection: ["open_console", "read_collections", "delete_any_collection"],
  manage_groups: ["open_console", "read_groups", "manage_groups", "pick_members"],
  manage_policies: ["open_console", "read_policies", "manage_policies"],
  manage_sso: [],
  manage_users: [
    "open_console",
    "read_members",
    "pick_members",
    "invite_members",
    "confirm_members",
    "change_member_roles",
    "remove_members",
    "revoke_members",
  ],
  manage_account_recovery: ["open_console", "recover_accounts"],
  manage_scim: [],
};

/** Which of them let somebody do this: what statements that look for such members go by. */
export const customPermissionsWith = (permission: OrganizationPermission): CustomPermission[] =>
  customPermissions.filter((word) => permissionsOfCustom[word].includes(permission));

/** What a provider's people may do during a visit, by how far the client lets its provider in. */
export const permissionsOfProvider: Record<ProviderAccess, readonly OrganizationPermission[]> = {
  full: without(...keptFromProvider),
  manage_without_items: without(...keptFromProvider, "use_items", "rotate_key"),
  closed: [],
};

/** Everything else changes something, or shows what is kept from a suspended organization. */
export const permissionsWhileSuspended: readonly OrganizationPermission[] = ["be_there"];

/** The roles of members that have a permission: what statements that look for such members go by. */
export const organizationRolesWith = (permission: OrganizationPermission): OrganizationRole[] =>
  // The table has exactly the roles as keys.
  (Object.keys(permissionsOfRole) as OrganizationRole[]).filter((role) =>
    permissionsOfRole[role].includes(permission),
  );
/** What the organization has to have bought before anybody may do it. Whoever may not do it anyway is not told. */
export const featureNeeded: Partial<Record<OrganizationPermission, Feature>> = {
  read_groups: "groups",
  manage_groups: "groups",
  manage_policies: "policies",
};
