import type { ProviderRole } from "@/lib/domain/provider/member";

/** What can be done in a provider, as the rules name it. One access per permission (provider/access.ts). */
export const providerPermissions = [
  "open_portal",
  "read_staff",
  "invite_staff",
  "confirm_staff",
  "change_staff_roles",
  "remove_staff",
  "read_events",
  "read_subscription",
  "read_settings",
  "change_settings",
  "delete_provider",
  "create_clients",
  "unlink_clients",
  "purchase_seats",
  "administer_clients",
  "enter_clients",
  "manage_blueprints",
  "use_blueprints",
] as const;
export type ProviderPermission = (typeof providerPermissions)[number];

export const permissionsOfProviderRole: Record<ProviderRole, readonly ProviderPermission[]> = {
  provider_admin: providerPermissions,
  service_user: ["open_portal", "administer_clients", "enter_clients", "use_blueprints"],
};

/** What a role may do in addition where the provider lets it. Seats beyond the minimum stay with whoever may purchase. */
export const givenByProvider: Record<ProviderRole, readonly ProviderPermission[]> = {
  provider_admin: [],
  service_user: ["create_clients"],
};

/** What the people of a suspended provider may still do: read its pages, and take people out of the team. */
export const permissionsOfSuspendedProvider: readonly ProviderPermission[] = [
  "open_portal",
  "read_staff",
  "remove_staff",
  "read_events",
  "read_subscription",
  "read_settings",
];

/** The roles that have a permission: what statements that look for such people of the team go by. */
export const providerRolesWith = (permission: ProviderPermission): ProviderRole[] =>
  // The table has exactly the roles as keys.
  (Object.keys(permissionsOfProviderRole) as ProviderRole[]).filter((role) =>
    permissionsOfProviderRole[role].includes(permission),
  );
