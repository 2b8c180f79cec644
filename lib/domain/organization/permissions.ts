import type { OrganizationRole, ProviderAccess } from "@/lib/domain/organization/member";
import type { Feature } from "@/lib/domain/organization/plans";

/** What can be done in an organization, as the rules name it. One access per permission (organization/access.ts). */
export const organizationPermissions = [
  "be_there",
  "open_console",
  "read_members",
  "invite_members",
  "confirm_members",
  "change_member_roles",
  "remove_members",
  "manage_owners",
  "answer_provider",
  "read_collections",
  "manage_collections",
  "read_groups",
  "manage_groups",
  "use_items",
  "read_events",
  "manage_settings",
  "manage_api_key",
  "delete_organization",
  "set_provider_access",
  "read_visits",
] as const;
export type OrganizationPermission = (typeof organizationPermissions)[number];

const everything = organizationPermissions;
const without = (...kept: readonly OrganizationPermission[]) =>
  everything.filter((permission) => !kept.includes(permission));

/** What the owners of a client decide and see about its provider is none of the provider's. */
const keptFromProvider = [
  "answer_provider",
  "set_provider_access",
  "read_visits",
  "delete_organization",
] as const;

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
    "read_visits",
  ),
  user: ["be_there"],
  custom: ["be_there"],
};

/** What a provider's people may do during a visit, by how far the client lets its provider in. */
export const permissionsOfProvider: Record<ProviderAccess, readonly OrganizationPermission[]> = {
  full: without(...keptFromProvider),
  manage_without_items: without(...keptFromProvider, "use_items"),
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
};
