import type { OrganizationId, UserId } from "@/lib/domain/ids";
import type { OrganizationStanding } from "@/lib/domain/organization/member";
import { type CustomPermission, customPermissionOnWire } from "@/lib/domain/organization/permissions";
import { type Feature, type Plan, planFacts } from "@/lib/domain/organization/plans";
import {
  confirmed,
  organizationRoleNumbers,
  providerTypeNumbers,
  tierNumbers,
} from "@/lib/machine-api/bitwarden/wire/numbers";
import type { ProfileForApps } from "@/lib/operations/item/internal/profile-for-apps";

const flagOfFeature: Record<Feature, string> = {
  groups: "useGroups",
  directory: "useDirectory",
  events: "useEvents",
  two_factor: "use2fa",
  api: "useApi",
  totp: "useTotp",
  users_get_premium: "usersGetPremium",
  scim: "useScim",
  self_host: "selfHost",
  policies: "usePolicies",
  sso: "useSso",
  domains: "useOrganizationDomains",
  key_connector: "useKeyConnector",
  account_recovery: "useResetPassword",
  custom_permissions: "useCustomPermissions",
  my_items: "useMyItems",
  invite_links: "useInviteLinks",
  risk_insights: "useRiskInsights",
};

/** What we have nothing of. Apps of some languages read each of them, or fail. Protocol chapter 5.4. */
const notHere = {
  useSecretsManager: false,
  useActivateAutofillPolicy: false,
  useAdminSponsoredFamilies: false,
  useAutomaticUserConfirmation: false,
  useDisableSMAdsForUsers: false,
  usePhishingBlocker: false,
  usePam: false,
  ssoBound: false,
  ssoEnabled: false,
  ssoMemberDecryptionType: null,
  keyConnectorEnabled: false,
  keyConnectorUrl: null,
  accessSecretsManager: false,
  accessPam: false,
  userIsClaimedByOrganization: false,
  userIsManagedByOrganization: false,
  familySponsorshipFriendlyName: null,
  familySponsorshipAvailable: false,
  familySponsorshipLastSyncDate: null,
  familySponsorshipValidUntil: null,
  familySponsorshipToDelete: null,
  isAdminInitiated: false,
};

type Facts = {
  id: OrganizationId;
  name: string;
  plan: Plan;
  identifier: string | null;
  standing: NonNullable<OrganizationStanding>;
  provider: { id: string; name: string | null; type: keyof typeof providerTypeNumbers } | null;
};

function factsOf({ id, name, plan, identifier, standing, provider }: Facts, userId: UserId) {
  const { features, switches } = standing;
  const flags = Object.entries(flagOfFeature).map(([feature, flag]) => [
    flag,
    features.some((each) => each === feature),
  ]);
  return {
    ...{ id, userId, name, identifier },
    enabled: standing.state === "enabled",
    productTierType: tierNumbers[planFacts[plan].tier],
    status: confirmed,
    hasPublicAndPrivateKeys: true,
    providerId: provider?.id ?? null,
    providerName: provider?.name ?? null,
    providerType: provider ? providerTypeNumbers[provider.type] : null,
    ...Object.fromEntries(flags),
    usePasswordManager: true,
    ...{ seats: null, maxCollections: null, maxStorageGb: null },
    limitCollectionCreation: switches.creationIsLimited,
    limitCollectionDeletion: switches.collectionDeletionIsLimited,
    limitItemDeletion: switches.deletionNeedsManage,
    allowAdminAccessToAllCollectionItems: switches.adminsReachAll,
    ...notHere,
  };
}

/** What the custom role was given; of every other role, nothing. */
const permissionsOf = (given: readonly CustomPermission[]) => ({
  ...Object.fromEntries(
    Object.entries(customPermissionOnWire).map(([word, name]) => [name, given.some((each) => each === word)]),
  ),
  manageAccessRules: false,
});

/** An organization that somebody is confirmed in. Protocol chapter 5.4. */
export function organizationOf(organization: ProfileForApps["organizations"][number], userId: UserId) {
  const { organizationId, organizationKeyForMember, isEnrolled, standing } = organization;
  const { memberId, role, permissions } = standing.capacity;
  const given = role === "custom" && standing.features.includes("custom_permissions") ? permissions : [];
  return {
    ...factsOf({ ...organization, id: organizationId }, userId),
    organizationUserId: memberId,
    type: organizationRoleNumbers[role],
    key: organizationKeyForMember,
    resetPasswordEnrolled: isEnrolled,
    permissions: permissionsOf(given),
    object: "profileOrganization",
  };
}

/** A client that this session visits: to apps, its people of the provider are like owners. Protocol chapter 5.4. */
export const providerOrganizationOf = (client: ProfileForApps["visited"][number], userId: UserId) => ({
  ...factsOf(client, userId),
  type: organizationRoleNumbers.owner,
  key: client.organizationKeyForProvider,
  resetPasswordEnrolled: false,
  permissions: permissionsOf([]),
  object: "profileProviderOrganization",
});
