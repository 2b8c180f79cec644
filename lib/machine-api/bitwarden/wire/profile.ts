import { accountKeys } from "@/lib/machine-api/bitwarden/token-body";
import { organizationOf, providerOrganizationOf } from "@/lib/machine-api/bitwarden/wire/organization";
import { providerOf } from "@/lib/machine-api/bitwarden/wire/provider";
import { dateOf } from "@/lib/machine-api/bitwarden/wire/values";
import type { ProfileForApps } from "@/lib/operations/item/internal/profile-for-apps";

/** Who somebody is, and where they have a place. Protocol chapter 5.4. */
export function profileOf({ account, organizations, providers, visited }: ProfileForApps) {
  const { userId } = account;
  return {
    object: "profile",
    ...{ id: userId, name: account.name, email: account.email },
    emailVerified: account.emailVerifiedAt !== null,
    // What apps ask premium for is everybody's here.
    ...{ premium: true, premiumFromOrganization: false },
    culture: account.locale === "fr" ? "fr" : "en-US",
    twoFactorEnabled: account.takesSecondStep,
    key: account.userKeyForAccount,
    privateKey: account.privateKeyForAccount,
    accountKeys: accountKeys(account),
    // Apps log out where it is another one than in their token. The account's own stamp stays here.
    securityStamp: account.sessionId,
    forcePasswordReset: account.mustChangePassword,
    ...{ usesKeyConnector: false, avatarColor: null },
    creationDate: dateOf(account.createdAt),
    verifyDevices: true,
    organizations: organizations.map((each) => organizationOf(each, userId)),
    providers: providers.map((each) => providerOf(each, userId)),
    providerOrganizations: visited.map((each) => providerOrganizationOf(each, userId)),
  };
}
