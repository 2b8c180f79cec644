import type { OrganizationRole } from "@/lib/domain/organization/member";
import type { Tier } from "@/lib/domain/organization/plans";
import type { ProviderRole } from "@/lib/domain/provider/member";
import type { ProfileForApps } from "@/lib/operations/item/internal/profile-for-apps";

// What only this door has numbers for. Protocol chapter 0.6.

type Provider = ProfileForApps["providers"][number];

export const tierNumbers: Record<Tier, number> = { teams: 2, enterprise: 3 };
export const organizationRoleNumbers: Record<OrganizationRole, number> = {
  ...{ owner: 0, admin: 1, user: 2, custom: 4 },
};
export const providerRoleNumbers: Record<ProviderRole, number> = { provider_admin: 0, service_user: 1 };
export const providerTypeNumbers: Record<Provider["type"], number> = {
  msp: 0,
  reseller: 1,
  business_unit: 2,
};
export const providerStatusNumbers: Record<Provider["status"], number> = {
  pending: 0,
  created: 1,
  billable: 2,
};

/** The status of whoever is confirmed, in an organization and in a provider. */
export const confirmed = 2;
